import type { Window } from "../organisation/organisation.schema.ts";
import { addDays, dayOf, instantOf, timeOf, wallOf, weekdayOf } from "../zone.ts";
import type { Grid, WaitStep } from "./campaign.schema.ts";

/** Hours and days of an organisation are counted in its zone. */
interface Hours {
  readonly window: Window;
  readonly zone: string;
}

/** Thousands of people are looked at in the same slot: each question about it is worked out once. */
const answers = new Map<string, number>();
const ANSWERS = 5000;

function remembered(question: string, answer: () => Date): Date {
  const known = answers.get(question) ?? answer().getTime();
  if (answers.size >= ANSWERS) answers.clear();
  answers.set(question, known);
  return new Date(known);
}

/** The window of one day, as instants; undefined on days without one. @param day its beginning, by the zone's clocks */
function windowOf(day: number, { window, zone }: Hours): { from: Date; to: Date } | undefined {
  if (!window.days.includes(weekdayOf(day))) return undefined;
  const at = (time: string) => new Date(instantOf(day + timeOf(time), zone));
  return { from: at(window.from), to: at(window.to) };
}

/** Whether campaign mail may leave at this instant; the window's last instant is outside. */
export const isOpen = (hours: Hours, at: Date): boolean => opening(hours, at).getTime() === at.getTime();

/** Longer than any gap: a window is open on at least one day a week, and one such day may be eaten by a change of clocks. */
const LOOK_DAYS = 15;

/** The first instant from `at` on at which campaign mail may leave. */
export const opening = (hours: Hours, at: Date): Date => {
  const { days, from, to } = hours.window;
  const key = `opening ${hours.zone} ${days} ${from} ${to} ${at.getTime()}`;
  return remembered(key, () => openingOf(hours, at));
};

function openingOf(hours: Hours, at: Date): Date {
  const today = wallOf(at.getTime(), hours.zone);
  for (let days = 0; days < LOOK_DAYS; days++) {
    const open = windowOf(dayOf(today, days), hours);
    if (open && at < open.to && open.from < open.to) return at > open.from ? at : open.from;
  }
  return at;
}

const slotMs = (grid: Grid) => grid * 60_000;

/** The last slot at or before this instant. */
const slotOf = (at: Date, grid: Grid) => new Date(Math.floor(at.getTime() / slotMs(grid)) * slotMs(grid));

/**
 * The first slot after this instant, never itself: two mails that leave at different moments of one slot are looked at together
 * again, and a dry run that takes the slot for the moment comes to the same.
 */
export const slotAfter = (at: Date, grid: Grid): Date => new Date(slotOf(at, grid).getTime() + slotMs(grid));

/**
 * When a wait that begins now is over. Hours are whole hours, up to the next slot. Days keep the time of day: they end in the slot
 * of their day that they began in, so that a weekly mail stays at its hour however long one slot's mails take.
 */
export function waitEnds(
  { unit, amount }: Pick<WaitStep, "unit" | "amount">,
  now: Date,
  grid: Grid,
  zone: string,
): Date {
  if (unit === "hours") return slotAfter(new Date(now.getTime() + amount * 3_600_000), grid);
  const begun = slotOf(now, grid);
  return remembered(`${unit} ${amount} ${zone} ${begun.getTime()}`, () =>
    unit === "days" ? new Date(addDays(begun.getTime(), amount, zone)) : addBusinessDays(begun, amount, zone),
  );
}

const FRIDAY = 5;

/** The same time of day so many business days (Monday to Friday) later; from a weekend the first is Monday. */
export function addBusinessDays(at: Date, days: number, zone: string): Date {
  let day = at.getTime();
  for (let left = days; left > 0; ) {
    day = addDays(day, 1, zone);
    if (weekdayOf(wallOf(day, zone)) <= FRIDAY) left -= 1;
  }
  return new Date(day);
}
