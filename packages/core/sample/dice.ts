import { createHash } from "node:crypto";

/** Chance that always falls the same way: what is written twice is written alike. */
export interface Dice {
  /** From 0 up to, not including, 1. */
  roll(): number;
  /** True so often out of one. */
  chance(share: number): boolean;
  /** A whole number, both ends included. */
  between(low: number, high: number): number;
  of<T>(list: readonly T[]): T;
  /** Several different ones. */
  some<T>(list: readonly T[], count: number): T[];
}

/** Dice of their own for every seed (mulberry32). */
export function dice(...seed: readonly (string | number)[]): Dice {
  let state = createHash("sha256").update(seed.join("|")).digest().readUInt32BE(0);
  const roll = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number) => low + Math.floor(roll() * (high - low + 1));
  const of = <T>(list: readonly T[]): T => {
    const one = list[between(0, list.length - 1)];
    if (one === undefined) throw new Error("There is nothing to choose from");
    return one;
  };
  return {
    roll,
    between,
    of,
    chance: (share) => roll() < share,
    some: (list, count) =>
      list
        .map((one) => ({ one, at: roll() }))
        .sort((a, b) => a.at - b.at)
        .slice(0, count)
        .map(({ one }) => one),
  };
}
