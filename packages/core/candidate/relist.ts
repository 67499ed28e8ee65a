import * as Facts from "../facts/index.ts";
import type * as Gate from "../gate/index.ts";
import type { Info } from "./candidate.schema.ts";

export interface Standing {
  readonly candidate: Info;
  readonly gate: Gate.Info;
}

/**
 * A profile's fields after a change of it or of its gate, with her reading in the roster made anew. Written in the transaction of the
 * change, so that the roster never says what the profile and the gate do not. Whoever has not confirmed yet is in no roster, and does
 * not come into it by a change. Expects `revision` as it was read.
 */
export function relisted(
  { candidate, gate }: Standing,
  hasAddress: boolean,
  changes: Partial<Info>,
  gateChanges: Partial<Gate.Info> = {},
) {
  const after = { ...candidate, ...changes };
  return {
    ...changes,
    revision: candidate.revision + 1,
    ...(after.standing === "pending" ? {} : Facts.listing(after, { ...gate, ...gateChanges }, hasAddress)),
  };
}
