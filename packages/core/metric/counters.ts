/**
 * Every counter there is. A counter is added to by the aggregator alone. `joinedKnown`: of those who joined, who had been in the pool
 * already; so people = added + joined - joinedKnown - left. `opened...` and `clicked...` count mails with at least one open or click,
 * out of those delivered and tracked: who clicks in two mails counts twice. `opens...` and `clicks...` count every one.
 */
export const COUNTERS = [
  "added",
  "joined",
  "joinedKnown",
  "left",
  "entered",
  "leftOut",
  "finished",
  "stopped",
  "accepted",
  "delivered",
  "deliveredTracked",
  "bouncedHard",
  "bouncedSoft",
  "complained",
  "opensRaw",
  "opensHuman",
  "openedRaw",
  "openedHuman",
  "clicksRaw",
  "clicksHuman",
  "clickedRaw",
  "clickedHuman",
] as const;

export type Counter = (typeof COUNTERS)[number];
export type Figures = Record<Counter, number>;

/** One addition that a log entry asks for. `period` is `all` or a day, `2026-11-22`. */
export interface Addition {
  readonly scope: string;
  readonly period: string;
  readonly counter: Counter;
  /** -1 takes one back. */
  readonly amount?: 1 | -1;
}

export const zero = (): Figures => Object.fromEntries(COUNTERS.map((name) => [name, 0])) as Figures;
