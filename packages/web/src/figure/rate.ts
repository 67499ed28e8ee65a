import { number } from "../words/numbers.ts";

/** Below this a percentage says more than is known. */
const ENOUGH = 20;

export const NOT_ENOUGH = "not enough data";

/** A share in words: people first, the rate second, and never a rate of nothing. */
export function share(part: number, whole: number): string {
  if (whole === 0) return NOT_ENOUGH;
  const of = `${number(part)} of ${number(whole)}`;
  return whole < ENOUGH ? of : `${of} · ${percent(part / whole)}`;
}

const percent = (ratio: number) =>
  new Intl.NumberFormat(undefined, { style: "percent", maximumFractionDigits: ratio < 0.1 ? 1 : 0 }).format(
    ratio,
  );
