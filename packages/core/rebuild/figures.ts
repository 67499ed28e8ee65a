import { batchGet } from "../batch-get.ts";
import { applied } from "../commit.ts";
import { newId } from "../id.ts";
import { COUNTERS } from "../metric/index.ts";
import { entities } from "../service.ts";
import { type Counters, keyOf, placeOf, textOf } from "./sums.ts";

/** A counter item as it is kept. */
export interface Kept {
  readonly counters: Counters;
  /** The batch that added last. */
  readonly last?: string;
}

/** BatchGetItem takes so many keys (API reference). */
const AT_ONCE = 100;

/** Counter items by key, read strongly; what is not there is missing. */
export async function readKept(keys: readonly string[]): Promise<Map<string, Kept>> {
  const found = new Map<string, Kept>();
  for (let from = 0; from < keys.length; from += AT_ONCE) {
    const places = keys.slice(from, from + AT_ONCE).map(placeOf);
    const items = await batchGet(places, (some) => entities.metric.get(some).go({ consistent: true }));
    for (const { scope, shard, period, last, ...counters } of items)
      found.set(keyOf({ scope, shard, period }), { counters, ...(last ? { last } : {}) });
  }
  return found;
}

/** Nobody added to it between two readings: each batch leaves its own name, so that adding and taking away are seen as well. */
export const isUnchanged = (before: Kept | undefined, after: Kept | undefined): boolean =>
  before?.last === after?.last && textOf(before?.counters) === textOf(after?.counters);

/**
 * Puts what the log says in the place of what is kept, if that is still as it was read. Answers whether it was. The item itself stays,
 * also with nothing in it, and says that it was changed: whoever compares meanwhile sees it.
 */
export function put(key: string, kept: Kept | undefined, log: Counters = {}): Promise<boolean> {
  const place = placeOf(key);
  const last = newId("bat");
  const counters = Object.fromEntries(COUNTERS.flatMap((name) => (log[name] ? [[name, log[name]]] : [])));
  if (!kept) return applied(entities.metric.create({ ...place, ...counters, last }).go());
  const gone = COUNTERS.filter((name) => kept.counters[name] !== undefined && !log[name]);
  return applied(
    entities.metric
      .patch(place)
      .set({ ...counters, last })
      .remove(gone)
      .where((it, op) =>
        [
          kept.last ? op.eq(it.last, kept.last) : op.notExists(it.last),
          ...COUNTERS.map((name) =>
            kept.counters[name] === undefined ? op.notExists(it[name]) : op.eq(it[name], kept.counters[name]),
          ),
        ].join(" AND "),
      )
      .go(),
  );
}
