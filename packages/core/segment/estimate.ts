import * as Facts from "../facts/index.ts";
import type { Count } from "./views.ts";

/** 97.5 % quantile of the normal distribution: 95 % lie within it on both sides. */
const Z = 1.959964;
/** Chance of anybody to be in a given shard. */
const P = 1 / Facts.SHARDS;
const Q = 1 - P;

/**
 * How many people there are when one shard holds `found` of them. Everybody falls into the shard with the same chance, each by her own
 * id, so what it holds of M people is binomial (M, 1/64); the interval is Wilson's score interval with continuity correction, solved
 * for M (E. B. Wilson 1927; Newcombe 1998, method 4). It holds the true count in 95 of 100 drawings or more.
 */
export function estimated(found: number): Count {
  const low = found === 0 ? 0 : Math.floor(bound(found - 0.5, -1));
  return {
    count: Math.round(found / P),
    low: Math.max(found, low),
    high: Math.ceil(bound(found + 0.5, 1)),
    exact: false,
  };
}

/** The M at which `found` is just as far from M/64 as the quantile allows: (found - M P)² = Z² M P Q. */
const bound = (found: number, side: 1 | -1) =>
  (2 * found + Z ** 2 * Q + side * Z * Math.sqrt(Z ** 2 * Q ** 2 + 4 * found * Q)) / (2 * P);

export const exactly = (count: number): Count => ({ count, low: count, high: count, exact: true });

/** What `part` of `asked` says about `whole`, of whom only so many were asked. */
export function extrapolated(part: number, asked: number, whole: number): Count {
  if (asked === whole) return exactly(part);
  if (asked === 0) return { count: 0, low: 0, high: whole, exact: false };
  const share = part / asked;
  // Sampling without replacement (Cochran, Sampling Techniques, 3.2); half a person for continuity.
  const error = Z * Math.sqrt(((share * (1 - share)) / asked) * (1 - asked / whole)) + 0.5 / asked;
  const people = (ratio: number) => Math.round(Math.min(1, Math.max(0, ratio)) * whole);
  return { count: people(share), low: people(share - error), high: people(share + error), exact: false };
}
