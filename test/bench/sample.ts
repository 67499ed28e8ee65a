import { median } from "../../bin/check/quantile.ts";
import type { Unit } from "./figure.ts";
import { FIGURES, type Name } from "./figures.ts";

/** What else was seen, by its unit and words: `{ "ms of CPU each": 12 }`. */
export type Parts = Readonly<Record<string, number>>;

/** One measurement. */
export interface Sample {
  readonly name: Name;
  readonly value: number;
  readonly parts?: Parts;
  /** A table for people, where numbers alone do not say it. */
  readonly details?: string;
}

/** The medians of the measurements of one figure. */
export interface Outcome {
  readonly name: Name;
  /** `campaign`, or with another number of people than usual `campaign@10000`. */
  readonly key: string;
  readonly value: number;
  readonly unit: Unit;
  readonly parts: Parts;
  readonly details?: string;
}

export const keyOf = (name: Name, people: number | undefined): string =>
  people === undefined || people === FIGURES[name].people ? name : `${name}@${people}`;

/** The medians of several measurements, each part by itself. */
export function outcomeOf(name: Name, samples: readonly Sample[], people?: number): Outcome {
  const words = [...new Set(samples.flatMap(({ parts }) => Object.keys(parts ?? {})))];
  const partOf = (word: string) => samples.flatMap(({ parts }) => parts?.[word] ?? []);
  const details = samples.at(-1)?.details;
  return {
    ...{ name, key: keyOf(name, people), unit: FIGURES[name].unit },
    value: median(samples.map(({ value }) => value)),
    parts: Object.fromEntries(words.map((word) => [word, median(partOf(word))])),
    ...(details === undefined ? {} : { details }),
  };
}
