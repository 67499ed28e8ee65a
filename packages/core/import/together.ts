import { commit, Refused } from "../commit.ts";
import { type Arrival, arriving, type Outcome } from "./admit.ts";
import { hashesIn, type Known, whose } from "./known.ts";
import type { Task } from "./task.ts";
import type { Bench } from "./work.ts";

/** A transaction has up to 100 items (TransactWriteItems); with five addresses and a profile somebody is 15 of them. */
const PEOPLE_AT_ONCE = 6;

/**
 * Writes people of whom nothing is kept, several in one transaction: each is there as a whole or not at all. Answers what came of those
 * it wrote; the others are to be tried one by one, because somebody changed meanwhile what one of them is about.
 */
export async function admitTogether(
  tasks: readonly Task[],
  bench: Bench,
  known: Known,
): Promise<Map<number, Outcome>> {
  const taken = new Set<string>();
  const arrivals = tasks.flatMap(({ row, ...task }): [number, Arrival][] => {
    const hashes = hashesIn(task.marks);
    // A transaction names an item once: whoever gives the page of another here waits for her turn.
    if (whose(task.marks, known) || hashes.some((hash) => taken.has(hash))) return [];
    for (const hash of hashes) taken.add(hash);
    const arrival = arriving({ row, ...task }, bench, known);
    return "code" in arrival ? [] : [[row, arrival]];
  });
  if (arrivals.length === 0) return new Map();
  try {
    await commit((...given) => arrivals.flatMap(([, { build }]) => build(...given)));
  } catch (error) {
    if (error instanceof Refused) return new Map();
    throw error;
  }
  for (const [, { remember }] of arrivals) remember();
  return new Map(arrivals.map(([row, { outcome }]) => [row, outcome]));
}

/** Lists of up to so many people each. */
export function handfuls<T>(all: readonly T[]): T[][] {
  const count = Math.ceil(all.length / PEOPLE_AT_ONCE);
  return Array.from({ length: count }, (_, at) => all.slice(at * PEOPLE_AT_ONCE, (at + 1) * PEOPLE_AT_ONCE));
}
