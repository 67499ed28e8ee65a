/** Chance that can be repeated (mulberry32): the same seed throws the same dice. */
export function dice(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number) => Math.floor(next() * n);
  return {
    /** Between 0 and 1. */
    next,
    /** A whole number below n. */
    below,
    /** One of these, if there is any. */
    one: <T>(of: readonly T[]) => of[below(of.length)],
    shuffle: <T>(of: readonly T[]) =>
      of
        .map((value) => ({ value, at: next() }))
        .sort((a, b) => a.at - b.at)
        .map(({ value }) => value),
  };
}

export type Dice = ReturnType<typeof dice>;
