/*
 * Days and hours in a time zone, by the tables that Node has. Where clocks go forward a time that does not exist becomes the one as long
 * after the gap; where they go back the earlier of two counts (what Temporal calls "compatible", as in RFC 5545).
 */

const DAY_MS = 86_400_000;

/** A wall clock's time: milliseconds as if the zone were UTC. */
type Wall = number;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const kept = formats.get(zone);
  if (kept) return kept;
  const numeric = { year: "numeric", month: "numeric", day: "numeric", hour: "numeric" } as const;
  const fresh = new Intl.DateTimeFormat("en-US", {
    ...numeric,
    minute: "numeric",
    second: "numeric",
    hourCycle: "h23",
    timeZone: zone,
  });
  formats.set(zone, fresh);
  return fresh;
}

/** What the clocks of the zone show at an instant. */
export function wallOf(at: number, zone: string): Wall {
  const parts = formatOf(zone).formatToParts(at);
  const of = (name: Intl.DateTimeFormatPartTypes) => Number(parts.find(({ type }) => type === name)?.value);
  const seconds = Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second"));
  return seconds + (((at % 1000) + 1000) % 1000);
}

/** The instant at which the clocks of the zone show this. */
export function instantOf(wall: Wall, zone: string): number {
  const offsetAt = (at: number) => wallOf(at, zone) - at;
  const [before, after] = [offsetAt(wall - DAY_MS), offsetAt(wall + DAY_MS)];
  const found = [wall - before, wall - after].filter((at) => wallOf(at, zone) === wall);
  return found.length > 0 ? Math.min(...found) : wall - before;
}

/** The same time of day so many days later. */
export const addDays = (at: number, days: number, zone: string): number =>
  instantOf(wallOf(at, zone) + days * DAY_MS, zone);

/** ISO weekday of a wall clock's time: 1 is Monday. */
export const weekdayOf = (wall: Wall): number => new Date(wall).getUTCDay() || 7;

/** The beginning of a wall clock's day, so many days later. */
export const dayOf = (wall: Wall, later = 0): Wall => (Math.floor(wall / DAY_MS) + later) * DAY_MS;

/** A time of the day such as `09:00`, in milliseconds after its beginning. */
export function timeOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return (hours * 60 + minutes) * 60_000;
}

/** The day of an instant in a zone, `2026-11-22`. */
export const dayIn = (at: string | number | Date, zone: string): string =>
  new Date(wallOf(new Date(at).getTime(), zone)).toISOString().slice(0, 10);
