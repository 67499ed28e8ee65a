import { plainDay, weekdayAndDay } from "../../words/dates.ts";
import { type Arrival, type Day, isoDay } from "../journey/calendar.ts";

/** `day 0`, `day 5`, then `week 5`. */
export function dayWords(days: Day): string {
  const whole = Math.floor(days);
  return whole < 28 ? `day ${whole}` : `week ${Math.floor(whole / 7)}`;
}

/** `Tue 24 Nov`, or from when to when. */
export function arrivalWords(arrival: Arrival | undefined): string | undefined {
  if (!arrival) return undefined;
  const [from, to] = [isoDay(arrival.from), isoDay(arrival.to)];
  return from === to ? weekdayAndDay(from) : `${plainDay(from)} to ${plainDay(to)}`;
}
