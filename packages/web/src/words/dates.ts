import { ServerClock } from "../api/clock.ts";

type Style = Intl.DateTimeFormatOptions;
const cache = new Map<string, Intl.DateTimeFormat>();

/** The reader's own locale and zone, from the browser. */
function written(instant: string | number, style: Style): string {
  const key = JSON.stringify(style);
  const format = cache.get(key) ?? new Intl.DateTimeFormat(undefined, style);
  cache.set(key, format);
  return format.format(new Date(instant));
}

const sameYear = (instant: string) =>
  new Date(instant).getFullYear() === new Date(ServerClock.ms()).getFullYear();

/** `22 Nov`, with the year when it is another one. */
export const day = (instant: string) =>
  written(instant, { day: "numeric", month: "short", ...(sameYear(instant) ? {} : { year: "numeric" }) });

/** `22 Nov 2026`. */
export const date = (instant: string) =>
  written(instant, { day: "numeric", month: "short", year: "numeric" });

/** A day such as `2026-11-22`, which has no zone, as `Sunday, 22 November`. */
export const longDay = (isoDay: string) =>
  written(`${isoDay}T00:00:00Z`, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });

/** A day without zone as `22 Nov 2026`. */
export const plainDay = (isoDay: string) =>
  written(`${isoDay}T00:00:00Z`, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

/** A day without zone as `Tue, 24 Nov`. */
export const weekdayAndDay = (isoDay: string) =>
  written(`${isoDay}T00:00:00Z`, { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" });

/** A month without zone as `Nov`. */
export const plainMonth = (isoDay: string) =>
  written(`${isoDay}T00:00:00Z`, { month: "short", timeZone: "UTC" });

/** A day without zone as `March 2027`. */
export const plainMonthAndYear = (isoDay: string) =>
  written(`${isoDay}T00:00:00Z`, { month: "long", year: "numeric", timeZone: "UTC" });

/** `November 2026`, by which a timeline is grouped. */
export const month = (instant: string) => written(instant, { month: "long", year: "numeric" });

export const time = (instant: string) => written(instant, { hour: "2-digit", minute: "2-digit" });

/** `22 Nov, 09:30`. */
export const dayAndTime = (instant: string) => `${day(instant)}, ${time(instant)}`;

/** `today 09:30`, `tomorrow 09:30`, `Tue 09:30` within a week, else `3 Dec 09:30`. */
export function when(instant: string): string {
  const days = calendarDays(ServerClock.ms(), Date.parse(instant));
  if (days === 0) return `today ${time(instant)}`;
  if (days === 1) return `tomorrow ${time(instant)}`;
  if (days > 1 && days < 7) return `${written(instant, { weekday: "short" })} ${time(instant)}`;
  return `${day(instant)} ${time(instant)}`;
}

/** Whole calendar days from one instant to another in the reader's zone. */
function calendarDays(from: number, to: number): number {
  const midnight = (ms: number) => {
    const at = new Date(ms);
    return Date.UTC(at.getFullYear(), at.getMonth(), at.getDate());
  };
  return Math.round((midnight(to) - midnight(from)) / 86_400_000);
}
