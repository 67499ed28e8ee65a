import type { Addition } from "../metric/index.ts";
import type { Item } from "./item.ts";

/**
 * One entry of the log with what it counts. `first` and `human`: that a mail was opened or clicked at all, and by a person; one item
 * stands for both.
 */
export interface Counted {
  readonly of: "event" | "first" | "human" | "entered" | "leftOut" | "ended" | "accepted";
  /** Where it stands in the log; of a first touch that nobody noted, the touch it follows from. */
  readonly item: Item;
  readonly additions: readonly Addition[];
  /** The batch that is stamped on it: it is counted if that was committed, once, in the shard of that batch. */
  readonly batch: string | undefined;
  /** When it happened. */
  readonly at: string;
}

/** What it is, in ids alone. */
export function nameOf({ of, item }: Counted): string {
  const { candidateId, campaignId, messageId, eventId, type } = item;
  const which = of === "event" ? eventId : (messageId ?? campaignId);
  return [of === "event" ? type : of, which, "of", candidateId].join(" ");
}

export const textOf = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
