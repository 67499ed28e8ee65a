import type { End } from "@perennial/core/enrolment/enrolment.schema.ts";
import { Link } from "@tanstack/react-router";
import { reasonWords } from "../../../because/reasons.ts";
import { number } from "../../../words/numbers.ts";

/** In the order they are shown: a reply is what we hope for. */
const ORDER: readonly End[] = [
  "stopped.replied",
  "stopped.unsubscribed",
  "stopped.bounced",
  "stopped.erased",
  "stopped.campaign",
];

interface Props {
  readonly left: Readonly<Partial<Record<End, number>>>;
  readonly stepId: string;
}

/** Who left before this step, by reason; each number leads to their names. */
export function Exits({ left, stepId }: Props) {
  const exits = ORDER.flatMap((end) => (left[end] ? [{ end, count: left[end] }] : []));
  if (exits.length === 0) return null;
  return (
    <ul className="flow-exits tiny">
      {exits.map(({ end, count }) => (
        <li key={end}>
          <Link
            to="."
            search={{ state: end, stepId }}
            hash="people"
            className={end === "stopped.replied" ? "flow-exit flow-success" : "flow-exit"}
            data-flow=""
            resetScroll={false}
          >
            {number(count)} {reasonWords(end, {}).chip}
          </Link>
        </li>
      ))}
    </ul>
  );
}
