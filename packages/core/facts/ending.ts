import type { Facts } from "./facts.schema.ts";

/** So many days before it ends, somebody should ask her again. */
const ENDING_DAYS = 30;
/** The same as the one value of the facet `permissionEnds`. */
export const ENDS_SOON = String(ENDING_DAYS);
const ENDING_MS = ENDING_DAYS * 86_400_000;

/** Whether she may be written to now, and a permission that nobody renews ends within so many days. */
export const endsSoon = ({ permission, permissionUntil: until, stop }: Facts, now: Date): boolean =>
  permission === "granted" &&
  stop === undefined &&
  until !== undefined &&
  until > now.toISOString() &&
  until <= new Date(now.getTime() + ENDING_MS).toISOString();
