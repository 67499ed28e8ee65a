import { SETTLING_MS } from "./wake.ts";

/** Longer than a request takes: what was let through before this is written, or never is. */
const REQUEST_MS = 30_000;

/** Epoch millisecond from which on who joins enters by herself: it is too late for the start's reading of the roster. */
export const joinsSince = (startsAt: string): number => Date.parse(startsAt) - SETTLING_MS;

/** Epoch millisecond until which a launch may be taken back: nobody has entered, and nobody does before that is written. */
export const takenBackUntil = (startsAt: string): number => joinsSince(startsAt) - REQUEST_MS;
