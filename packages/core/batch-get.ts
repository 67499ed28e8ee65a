import { setTimeout as pause } from "node:timers/promises";

/** So often in a row it may answer for none of the keys. */
const ATTEMPTS = 6;
const FIRST_PAUSE_MS = 25;

/**
 * Reads many items by key. DynamoDB may leave keys of a batch unprocessed (throttled, or more than 16 MB at once) and ElectroDB hands
 * them back with the rest: they are asked for again, so that nobody is missing from a list by chance (API BatchGetItem).
 * @throws an outage when some keys are never answered
 */
export async function batchGet<K, T>(
  keys: readonly K[],
  get: (keys: K[]) => Promise<{ readonly data: T[]; readonly unprocessed: K[] }>,
): Promise<T[]> {
  const found: T[] = [];
  let open = [...keys];
  let fruitless = 0;
  while (open.length > 0) {
    if (fruitless > 0) await pause(Math.random() * FIRST_PAUSE_MS * 2 ** fruitless);
    const { data, unprocessed } = await get(open);
    found.push(...data);
    fruitless = unprocessed.length < open.length ? 0 : fruitless + 1;
    if (fruitless === ATTEMPTS) throw new Unanswered(open.length);
    open = unprocessed;
  }
  return found;
}

/** Carries the mark of what AWS refuses, because it is: callers try again later. */
class Unanswered extends Error {
  readonly $metadata = {};

  constructor(keys: number) {
    super(`DynamoDB left ${keys} keys of a batch unprocessed, however often it was asked`);
    this.name = "Unanswered";
  }
}
