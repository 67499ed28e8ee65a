import { Link } from "@tanstack/react-router";
import { number, people } from "../../../words/numbers.ts";
import { Band } from "./band.tsx";
import { useFlowing } from "./context.ts";

/** Who came through to the end. */
export function End() {
  const { page, tallest } = useFlowing();
  const { finished } = page.people;
  return (
    <div className="flow-node flow-end">
      <Link
        className="flow-count"
        to="."
        search={{ state: "finished" }}
        hash="people"
        data-flow=""
        aria-label={`${people(finished)} finished`}
        resetScroll={false}
      >
        {number(finished)}
      </Link>
      <Band stream={{ came: finished, waiting: 0, left: 0, moved: finished }} tallest={tallest} />
      <p className="flow-words small">Finished</p>
    </div>
  );
}
