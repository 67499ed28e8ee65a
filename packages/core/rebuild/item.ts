import { Events as Candidate } from "../candidate/events.ts";
import { Events as Engagement } from "../engagement/events.ts";
import { Events as Enrolment } from "../enrolment/events.ts";

/** Anything in the table, as it lies there. */
export type Item = Readonly<Record<string, unknown>>;

/** The table's mark for what kind an item is of. */
export const kindOf = (item: Item): string => String(item.__edb_e__);

export const ofKind = (items: readonly Item[], kind: string): Item[] =>
  items.filter((item) => kindOf(item) === kind);

/** Types of events that something is counted by. */
export const COUNTED_TYPES: readonly string[] = [
  ...[Candidate.Added, Candidate.Joined, Candidate.Left],
  ...[Enrolment.Admitted, Enrolment.Resumed, Enrolment.EndedAgain],
  ...[Engagement.Delivered, Engagement.Bounced, Engagement.Complained],
  ...[Engagement.Opened, Engagement.Clicked, Engagement.First],
].map(({ type }) => type);

/** Kinds of items, besides such events, that figures and roster are rebuilt from, and figures themselves. */
export const KINDS: readonly string[] = ["message", "enrolment", "candidate", "gate", "address", "metric"];
