import { dice } from "../flows/support/dice.ts";

const MILLIONTHS = 1_000_000;

/**
 * When people come, in milliseconds from the start, sorted: each by herself, at any moment as likely as at any other (a Poisson process,
 * given how many come). Fixed beforehand, so that a slow server does not slow them.
 */
export function arrivals(rate: number, seconds: number, seed: number): number[] {
  const chance = dice(seed);
  const drawn = Array.from(
    { length: Math.round(rate * seconds) },
    () => (chance.between(0, MILLIONTHS - 1) / MILLIONTHS) * seconds * 1000,
  );
  return drawn.sort((a, b) => a - b);
}
