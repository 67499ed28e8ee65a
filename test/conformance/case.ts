import type { Outcome } from "./outcome.ts";
import type { Place } from "./place.ts";

/** One thing that the product relies on: the calls, and what AWS answers by its documentation. */
export interface Case {
  /** Names its row in docs/fidelity.md when somebody answers otherwise. */
  readonly name: string;
  readonly aws: Outcome;
  /** The page or API section that says so. */
  readonly source: string;
  readonly run: (place: Place) => Promise<Outcome>;
}

/** Cases that one page answers, each a line: name, what AWS says, the calls. */
export const from =
  (service: string, source: string) =>
  (name: string, aws: Outcome, run: Case["run"], page = source): Case => ({
    name: `${service}: ${name}`,
    aws,
    source: page,
    run,
  });
