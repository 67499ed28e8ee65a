import { IconPlus } from "@tabler/icons-react";
import { type KeyboardEvent, useEffect, useRef } from "react";
import type { Kind } from "../journey/new-step.ts";
import type { Spot } from "../journey/tree.ts";
import { useBuilding } from "./context.ts";
import { GLYPHS } from "./glyphs.ts";

const KINDS = [
  { kind: "email", words: "Mail" },
  { kind: "wait", words: "Wait" },
  { kind: "branch", words: "Branch" },
  { kind: "action", words: "Act" },
] as const satisfies readonly { kind: Kind; words: string }[];

const sameSpot = (one: Spot | undefined, other: Spot) =>
  one?.index === other.index &&
  one.lane?.branchId === other.lane?.branchId &&
  one.lane?.side === other.lane?.side;

/** A place between two steps: a plus that shows when it is pointed at, then the kinds of steps. */
export function AddHere({ spot, last = false }: { readonly spot: Spot; readonly last?: boolean }) {
  const { build, readOnly } = useBuilding();
  if (readOnly) return null;
  const open = sameSpot(build.adding, spot);
  const label =
    spot.index === 0 ? "Add the first step here" : last ? "Add a step at the end" : "Add a step here";
  return (
    <li className={last ? "add-here add-last" : "add-here"}>
      {open ? (
        <Kinds spot={spot} />
      ) : (
        <button type="button" className="add-button" aria-label={label} onClick={() => build.setAdding(spot)}>
          <IconPlus size={16} stroke={1.5} aria-hidden="true" />
          {last && <span>Add a step</span>}
        </button>
      )}
    </li>
  );
}

function Kinds({ spot }: { readonly spot: Spot }) {
  const { build } = useBuilding();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    build.stopAdding();
  };
  return (
    <fieldset className="add-kinds" onKeyDown={onKeyDown}>
      <legend className="hidden">What comes here</legend>
      {KINDS.map(({ kind, words }, index) => {
        const Glyph = GLYPHS[kind];
        return (
          <button
            type="button"
            className="add-kind"
            key={kind}
            ref={index === 0 ? first : null}
            onClick={() => build.add(kind, spot)}
          >
            <Glyph size={16} stroke={1.5} aria-hidden="true" /> {words}
          </button>
        );
      })}
      <button type="button" className="add-kind add-cancel" onClick={build.stopAdding}>
        Cancel
      </button>
    </fieldset>
  );
}
