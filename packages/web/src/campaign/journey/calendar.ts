import type { Step, WaitStep } from "@perennial/core/campaign/campaign.schema.ts";
import type { Policy } from "@perennial/core/organisation/organisation.schema.ts";

const DAY_MS = 86_400_000;

/** Days since 1970 in the organisation's zone; fractions are hours. */
export type Day = number;

/** When people come to a step: the earliest and the latest, where paths before it differ. */
export interface Arrival {
  readonly from: Day;
  readonly to: Day;
}

export type Calendar = ReadonlyMap<string, Arrival>;

type Window = Pick<Policy["window"], "days">;

/** ISO weekday, 1 is Monday; the first day of 1970 was a Thursday. */
const weekday = (day: Day) => ((((Math.floor(day) + 3) % 7) + 7) % 7) + 1;

export const isOpen = (day: Day, { days }: Window) => days.includes(weekday(day));

/** The calendar day of a place with this zone. */
export function dayIn(instant: number, zone: string): Day {
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short" }).format(instant);
  return Date.parse(`${parts}T00:00:00Z`) / DAY_MS;
}

/** `2026-11-22`. */
export const isoDay = (day: Day) => new Date(Math.floor(day) * DAY_MS).toISOString().slice(0, 10);

/**
 * When each step is come to, for people who enter on `start`, if nothing but waits and the sending days hold them up. It draws the
 * margin; what really happens is the dry run's to say.
 */
export function calendarOf(steps: readonly Step[], start: Day, window: Window): Calendar {
  const calendar = new Map<string, Arrival>();
  walk(steps, { from: start, to: start }, window, calendar);
  return calendar;
}

function walk(steps: readonly Step[], start: Arrival, window: Window, into: Map<string, Arrival>): Arrival {
  return steps.reduce((at, step) => {
    const here = step.kind === "email" && step.hours !== "any" ? both(at, (day) => opening(day, window)) : at;
    into.set(step.stepId, here);
    if (step.kind === "wait") return both(here, (day) => after(day, step));
    if (step.kind !== "branch") return here;
    const [yes, no] = [walk(step.yes, here, window, into), walk(step.no, here, window, into)];
    return { from: Math.min(yes.from, no.from), to: Math.max(yes.to, no.to) };
  }, start);
}

const both = ({ from, to }: Arrival, change: (day: Day) => Day): Arrival => ({
  from: change(from),
  to: change(to),
});

function opening(day: Day, window: Window): Day {
  if (isOpen(day, window)) return day;
  const next = [1, 2, 3, 4, 5, 6, 7].find((ahead) => isOpen(day + ahead, window)) ?? 0;
  return Math.floor(day) + next;
}

/** The end of a wait that begins on `day`. Business days are Monday to Friday. */
export function after(day: Day, { unit, amount }: Pick<WaitStep, "unit" | "amount">): Day {
  if (unit === "hours") return day + amount / 24;
  if (unit === "days") return day + amount;
  let [at, left] = [day, amount];
  while (left > 0) {
    at += 1;
    if (weekday(at) <= 5) left -= 1;
  }
  return at;
}

/** The days of a wait, and which of them have sending hours. */
export const daysOf = (from: Day, to: Day, window: Window) =>
  Array.from({ length: Math.max(Math.floor(to) - Math.floor(from), 0) }, (_, index) => {
    const day = Math.floor(from) + index + 1;
    return { day: isoDay(day), open: isOpen(day, window) };
  });
