import type { Kept, Value } from "./kept.ts";

/** A figure with where it comes from. */
export interface Newest extends Value {
  readonly key: string;
  readonly of: Kept;
}

/** What was measured last of a figure: one, or none. */
export function newest(key: string, all: readonly Kept[]): Newest[] {
  const of = all.findLast(({ figures }) => figures[key]);
  const value = of?.figures[key];
  return of && value ? [{ key, of, ...value }] : [];
}
