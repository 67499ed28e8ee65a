/** Chance that can be played again: the same seed throws the same dice. Mulberry32. */
export function dice(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    /** A whole number from `least` to `most`, both included. */
    between: (least: number, most: number) => least + Math.floor(next() * (most - least + 1)),
    shuffled<T>(list: readonly T[]): T[] {
      return list
        .map((one) => ({ one, at: next() }))
        .sort((a, b) => a.at - b.at)
        .map(({ one }) => one);
    },
  };
}

export type Dice = ReturnType<typeof dice>;

/** `SEED` of the environment, to play a failure again; another one each time otherwise. */
export const seedOf = (env = process.env.SEED) => (env ? Number(env) : Math.floor(Math.random() * 2 ** 31));
