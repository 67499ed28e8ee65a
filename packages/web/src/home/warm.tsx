import type { Home } from "@perennial/core/home/home.view.ts";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { Section } from "../frame/page.tsx";
import { Keys } from "../keys/keys.tsx";
import { useSteady } from "../list/steady.ts";
import { rowLink } from "../list/use-list-keys.ts";
import { WaitingChanges } from "../list/waiting-changes.tsx";
import { SeasonLine } from "../season/season-line.tsx";
import { ago } from "../words/ago.ts";
import { dayAndTime } from "../words/dates.ts";
import { useWarmActs, type WarmActs } from "./use-warm-acts.ts";
import { initials, warmWords } from "./words.ts";

type Row = Home["warm"][number];
const idOf = ({ candidateId }: Row) => candidateId;

/** Who did something of their own accord lately, newest first. */
export function Warm({ warm }: { readonly warm: readonly Row[] }) {
  const { rows, waiting, show } = useSteady(warm, idOf);
  const acts = useWarmActs(rows);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const idle = document.activeElement === document.body || document.activeElement?.id === "main";
    if (idle && matchMedia("(pointer: fine)").matches)
      list.current?.querySelector<HTMLElement>("a")?.focus({ preventScroll: true });
  }, []);
  return (
    <Section title="Warm now">
      {rows.length === 0 && (
        <p className="quiet">Nobody joined or clicked in the last two weeks. Who does shows up here first.</p>
      )}
      <ul className="rows" ref={list}>
        {rows.map((row) => (
          <WarmRow row={row} acts={acts} key={idOf(row)} />
        ))}
      </ul>
      <WaitingChanges waiting={waiting} show={show} />
    </Section>
  );
}

interface RowProps {
  readonly row: Row;
  readonly acts: WarmActs;
}

function WarmRow({ row, acts }: RowProps) {
  return (
    <li>
      <div className={row.waits ? "row warm-row attention" : "row warm-row"} data-person={row.candidateId}>
        <span className="warm-who">
          <Link to="/talent/$candidateId" params={{ candidateId: row.candidateId }} {...rowLink}>
            {row.name}
          </Link>{" "}
          <span className="quiet">{warmWords(row)}</span>
          {row.waits && <span className="warm-waits small"> waits for an answer</span>}
        </span>
        <Acts row={row} acts={acts} />
        <SeasonLine line={row.season} />
        <time className="warm-ago small quiet" dateTime={row.at} title={dayAndTime(row.at)}>
          {ago(row.at)}
        </time>
        <span className="warm-owner small quiet" title={row.owner?.name}>
          {row.owner && (
            <>
              <span aria-hidden="true">{initials(row.owner.name)}</span>
              <span className="hidden">Looked after by {row.owner.name}</span>
            </>
          )}
        </span>
      </div>
    </li>
  );
}

/** What can be done about her from here, with the keys that do it. */
function Acts({ row, acts: { may, me, contacted, take } }: RowProps) {
  return (
    <span className="warm-act small quiet">
      {may && (
        <button type="button" className="text-button" onClick={() => contacted(row)}>
          Contacted <Keys of="c" />
        </button>
      )}
      {may && row.owner?.recruiterId !== me && (
        <button type="button" className="text-button" onClick={() => take(row)}>
          Take it <Keys of="o" />
        </button>
      )}
      <span className="warm-open" aria-hidden="true">
        Open <Keys of="enter" />
      </span>
    </span>
  );
}
