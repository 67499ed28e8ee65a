import type * as Gate from "../gate/index.ts";

/** How often we write to one person, over all campaigns. It is what the sign-up form promises. */
export const LIMITS = [
  { mails: 1, days: 3 },
  { mails: 4, days: 30 },
] as const;

const DAY_MS = 86_400_000;

/** The first instant at which one more mail keeps every limit. Pure; `claims` are her mails of the last 30 days, in order. */
export function freeAt(claims: Gate.Info["claims"], now: Date): Date {
  const times = claims.map(({ at }) => Date.parse(at)).sort((a, b) => b - a);
  const ends = LIMITS.map(({ mails, days }) => {
    const oldest = times[mails - 1];
    return oldest === undefined ? 0 : oldest + days * DAY_MS;
  });
  return new Date(Math.max(now.getTime(), ...ends));
}
