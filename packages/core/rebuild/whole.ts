import { METRIC_SHARDS } from "../metric/fold.ts";
import { ALL, COUNTERS, type Counter } from "../metric/index.ts";
import { entities } from "../service.ts";
import type { Drift } from "./figures.ts";
import { type Counters, keyOf } from "./sums.ts";

export interface Scope {
  /** Its counter items that are kept. */
  readonly keys: readonly string[];
  /** How many ever came into it, a campaign. */
  readonly people: number;
  /** Shards in which the sum over all time is not the sum of its days or hours. */
  readonly differs: readonly Drift[];
}

/**
 * The counter items of one scope, held to each other: whatever is counted for an hour or a day is counted for all time by the same
 * batch, so in the same shard. It costs sixteen reads, however many people there are.
 */
export async function scopeOf(scope: string): Promise<Scope> {
  const shards = await Promise.all(
    Array.from({ length: METRIC_SHARDS }, async (_, shard) => {
      const items = await entities.metric.query
        .primary({ scope, shard })
        .go({ pages: "all", consistent: true });
      return itemsOf(scope, shard, items.data);
    }),
  );
  return {
    keys: shards.flatMap(({ keys }) => keys),
    people: shards.reduce((sum, { people }) => sum + people, 0),
    differs: shards.flatMap(({ differs }) => differs),
  };
}

type Kept = Counters & { readonly period: string };

function itemsOf(scope: string, shard: number, items: readonly Kept[]): Scope {
  const parts = items.filter(({ period }) => period !== ALL);
  const all: Counters = items.find(({ period }) => period === ALL) ?? {};
  const counted = COUNTERS.filter((name) => parts.some((part) => part[name] !== undefined));
  const pick = (of: (name: Counter) => number) => Object.fromEntries(counted.map((name) => [name, of(name)]));
  const [is, should] = [
    pick((name) => all[name] ?? 0),
    pick((name) => parts.reduce((sum, part) => sum + (part[name] ?? 0), 0)),
  ];
  const isSum = counted.every((name) => is[name] === should[name]);
  return {
    keys: items.map(({ period }) => keyOf({ scope, shard, period })),
    people: (all.entered ?? 0) + (all.leftOut ?? 0),
    differs: isSum
      ? []
      : [{ key: keyOf({ scope, shard, period: ALL }), live: { counters: is }, log: should }],
  };
}
