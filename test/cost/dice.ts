import { createHash } from "node:crypto";

/** A number from 0 to below 1 that follows from what it is rolled for, so that a run can be repeated to the last event. */
export function roll(...about: readonly string[]): number {
  return createHash("sha256").update(about.join("|")).digest().readUIntBE(0, 6) / 2 ** 48;
}

export const happens = (share: number, ...about: readonly string[]): boolean => roll(...about) < share;
