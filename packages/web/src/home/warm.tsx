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
import { warmWords } from "./words.ts";

type Row = Home["warm"][number];
const idOf = ({ candidateId }: Row) => candidateId;

/** Who did something of their own accord lately, newest first. */
export function Warm({ warm }: { readonly warm: readonly Row[] }) {
  const { rows, waiting, show } = useSteady(warm, idOf);
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
          <WarmRow row={row} key={idOf(row)} />
        ))}
      </ul>
      <WaitingChanges waiting={waiting} show={show} />
    </Section>
  );
}

function WarmRow({ row }: { readonly row: Row }) {
  return (
    <li>
      <div className="row warm-row">
        <span className="warm-who">
          <Link to="/talent/$candidateId" params={{ candidateId: row.candidateId }} {...rowLink}>
            {row.name}
          </Link>{" "}
          <span className="quiet">{warmWords(row)}</span>
        </span>
        <span className="warm-act small quiet" aria-hidden="true">
          Open <Keys of="enter" />
        </span>
        <SeasonLine line={row.season} />
        <time className="warm-ago small quiet" dateTime={row.at} title={dayAndTime(row.at)}>
          {ago(row.at)}
        </time>
      </div>
    </li>
  );
}
