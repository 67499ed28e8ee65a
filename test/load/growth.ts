import { slope } from "./trend.ts";
import type { Sample } from "./watch.ts";

/** MB a minute. */
export interface Growth {
  /** Of memory in the second half, when the product is warm. */
  readonly memory: number;
  /** Of memory where it is least, from the second third to the last: what the collector leaves there. */
  readonly floor: number;
  /** Of the data directory in the second half. */
  readonly data: number;
}

export function growth(samples: readonly Sample[]): Growth {
  const warm = samples.slice(Math.floor(samples.length / 2));
  const of = (what: "memory" | "data") => slope(warm.map((one) => ({ x: one.at / 60, y: one[what] })));
  return { memory: of("memory"), floor: floor(samples), data: of("data") };
}

/** Between two collections memory rises by a hundred MB and falls again: only its lows tell whether something stays. */
function floor(samples: readonly Sample[]): number {
  const third = Math.floor(samples.length / 3);
  const [middle, last] = [samples.slice(third, 2 * third), samples.slice(2 * third, 3 * third)];
  const minutes = ((last[0]?.at ?? 0) - (middle[0]?.at ?? 0)) / 60;
  const least = (of: readonly Sample[]) => Math.min(...of.map(({ memory }) => memory));
  return minutes > 0 ? (least(last) - least(middle)) / minutes : 0;
}

/** A program that has just started grows anyway. */
const LEAST_S = 120;

/** Work that waits is kept in memory and on disk, so memory may grow as the data does, and no faster. */
export function leaks(samples: readonly Sample[]): string[] {
  const { floor, data } = growth(samples);
  if ((samples.at(-1)?.at ?? 0) < LEAST_S || floor <= Math.max(data, 0)) return [];
  return [
    `Memory grows by ${floor.toFixed(1)} MB a minute where it is least, and data by ${data.toFixed(1)}`,
  ];
}
