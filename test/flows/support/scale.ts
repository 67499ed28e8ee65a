import { test } from "vitest";

/** How many take part: as many as the story is about with `SCALE=full`, fewer in the six minutes of `npm test`. */
export const scaled = (full: number, quick: number): number => (process.env.SCALE === "full" ? full : quick);

/** A test for which `npm test` has neither the time nor the quiet. */
export const fully = test.runIf(process.env.SCALE === "full");
