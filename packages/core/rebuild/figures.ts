import { batchGet } from "../batch-get.ts";
import { applied } from "../commit.ts";
import { newId } from "../id.ts";
import { COUNTERS } from "../metric/index.ts";
import { entities } from "../service.ts";
import { type Counters, keyOf, placeOf, type Sums, textOf } from "./sums.ts";

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

export interface Drift {
  readonly key: string;
  readonly live: Kept | undefined;
  readonly log: Counters | undefined;
}

/**
 * Reads figures before and after a recount. Of what nobody added to between the two, the recount has seen exactly what it holds: what
 * is committed was stamped before. `busy` are the others.
 */
export async function drifted(
  keys: readonly string[],
  recount: () => Promise<Sums>,
): Promise<{ readonly different: Drift[]; readonly busy: string[] }> {
  const before = await readKept(keys);
  const sums = await recount();
  const after = await readKept(keys);
  const isBusy = (key: string) => !isUnchanged(before.get(key), after.get(key));
  const different = keys
    .filter((key) => !isBusy(key))
    .map((key): Drift => ({ key, live: after.get(key), log: sums.get(key) }))
    .filter(({ live, log }) => textOf(live?.counters) !== textOf(log));
  return { different, busy: keys.filter(isBusy) };
}

/** Each batch leaves its own name, so that what was added and taken away again is seen as well. */
const isUnchanged = (before: Kept | undefined, after: Kept | undefined): boolean =>
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
