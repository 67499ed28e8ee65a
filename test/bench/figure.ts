export type Unit = "1/s" | "s" | "ms" | "MB" | "kB" | "$";

/** One figure: what it counts, how a comparable server does, and what keeps it from being better here. */
export interface Figure {
  readonly unit: Unit;
  readonly words: string;
  /** Parcelvoy with MySQL and Redis on a machine with two cores: from, to. Absent where nobody measured it. */
  readonly other?: readonly [number, number];
  readonly limit: string;
  /** How many people it is measured with unless `--people` says so; absent where nobody can choose. */
  readonly people?: number;
}

const DIGITS: Readonly<Record<Unit, number>> = { "1/s": 0, s: 2, ms: 1, MB: 0, kB: 1, $: 4 };

/** A value with as many digits as it deserves, thousands apart. */
export const written = (value: number, unit: Unit): string =>
  value.toLocaleString("en-US", { minimumFractionDigits: DIGITS[unit], maximumFractionDigits: DIGITS[unit] });

/** Of a rate more is better, of anything else less. */
export const betterIsMore = (unit: Unit): boolean => unit === "1/s";
