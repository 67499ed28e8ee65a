import type { Info } from "./campaign.schema.ts";

interface Operations {
  eq(attribute: unknown, value: unknown): string;
  notExists(attribute: unknown): string;
}

const FENCE = ["state", "epoch", "run", "wakeAt", "awakeUntil"] as const;
type Named = Record<(typeof FENCE)[number], unknown>;

/** The condition that nobody changed who looks next at this campaign since it was read. */
export const asRead = (was: Info) => (it: Named, op: Operations) =>
  FENCE.map((name) => (was[name] === undefined ? op.notExists(it[name]) : op.eq(it[name], was[name]))).join(
    " AND ",
  );
