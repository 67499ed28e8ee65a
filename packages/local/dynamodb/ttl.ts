import type { Change } from "./change.ts";
import { below, type Disk, keys, metaOp, type Op, readMeta } from "./disk.ts";
import type { Item } from "./item.ts";

/** As UpdateTimeToLive takes it. */
export interface TtlSpec {
  readonly Enabled: boolean;
  readonly AttributeName: string;
}

export interface Ttl {
  spec(): TtlSpec;
  change(next: TtlSpec): Promise<void>;
  /** Keeps the list of what expires when, in the batch that writes the item. */
  ops(change: Change): Op[];
  /** Keys of items that have expired, oldest first. `now` in epoch milliseconds. */
  due(now: number, limit: number): Promise<string[]>;
  hasExpired(item: Item, now: number): boolean;
}

/** DynamoDB leaves items alone whose time lies more than five years back (developer guide, "Using TTL"). */
const TOO_OLD = 5 * 365 * 86_400;
const ROWS = 500;

/** Reads the table's setting, or takes the given one when it has none yet. */
export async function openTtl(disk: Disk, attribute: string): Promise<Ttl> {
  let current = (await readMeta<TtlSpec>(disk, "ttl")) ?? { Enabled: true, AttributeName: attribute };
  await disk.batch([metaOp("ttl", current)]);

  async function change(next: TtlSpec) {
    current = next;
    await disk.clear(below("due~"));
    const rows = disk.iterator(below(keys.item("")));
    const prefix = keys.item("").length;
    for (let read = await rows.nextv(ROWS); read.length > 0; read = await rows.nextv(ROWS))
      await disk.batch(
        read.flatMap(([key, json]) => put(keyOf(current, key.slice(prefix), JSON.parse(json)))),
      );
    await rows.close();
    await disk.batch([metaOp("ttl", next)]);
  }

  return {
    spec: () => current,
    change,
    ops({ key, old, next }) {
      const before = keyOf(current, key, old?.item);
      const after = keyOf(current, key, next?.item);
      if (before === after) return [];
      return [...(before === undefined ? [] : [{ type: "del" as const, key: before }]), ...put(after)];
    },
    async due(now, limit) {
      const seconds = Math.floor(now / 1000);
      const range = {
        gte: keys.due(Math.max(0, seconds - TOO_OLD), ""),
        lt: keys.due(seconds + 1, ""),
        limit,
      };
      const due = await disk.keys(range).all();
      return due.map((key) => key.slice(keys.due(0, "").length));
    },
    hasExpired: (item, now) => (secondsOf(current, item) ?? Number.POSITIVE_INFINITY) * 1000 <= now,
  };
}

const put = (key: string | undefined): Op[] => (key === undefined ? [] : [{ type: "put", key, value: "" }]);

function keyOf(spec: TtlSpec, key: string, item: Item | undefined) {
  const seconds = item && secondsOf(spec, item);
  return seconds === undefined ? undefined : keys.due(seconds, key);
}

/** Only a number counts, in epoch seconds; anything else never expires. */
function secondsOf(spec: TtlSpec, item: Item) {
  const seconds = Math.floor(Number(item[spec.AttributeName]?.N));
  return spec.Enabled && seconds >= 0 && seconds < 1e12 ? seconds : undefined;
}
