import { ServerClock } from "../api/clock.ts";

const UNITS = [
  { unit: "year", ms: 31_557_600_000 },
  { unit: "month", ms: 2_629_800_000 },
  { unit: "week", ms: 604_800_000 },
  { unit: "day", ms: 86_400_000 },
  { unit: "hour", ms: 3_600_000 },
  { unit: "minute", ms: 60_000 },
] as const;

/** How long ago, in the largest unit that has passed once: `3 days ago`, `just now`. */
export function ago(instant: string, now: number = ServerClock.ms()): string {
  const passed = now - Date.parse(instant);
  const fitting = UNITS.find(({ ms }) => passed >= ms);
  if (!fitting) return "just now";
  const count = Math.floor(passed / fitting.ms);
  return `${count} ${fitting.unit}${count === 1 ? "" : "s"} ago`;
}
