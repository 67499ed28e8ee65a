import { Clock } from "../clock.ts";

export const DAY_MS = 86_400_000;
/** How far Home looks back and ahead. */
export const AHEAD_DAYS = 30;

/** A day before today in UTC, as figures are kept: `2026-11-22`. */
export const daysAgo = (days: number): string =>
  new Date(Clock.ms() - days * DAY_MS).toISOString().slice(0, 10);
