import { METRIC_SHARDS } from "../metric/fold.ts";
import { shardOf } from "../metric/index.ts";
import { countOf } from "./count.ts";
import type { Counted } from "./counted.ts";
import { type Item, kindOf, ofKind } from "./item.ts";
import { openOutcomes } from "./outcomes.ts";
import { partitions } from "./partitions.ts";
import { add, keyOf, type Sums } from "./sums.ts";

const SEGMENTS = 4;
/** So many items are looked at together: batches are asked for in fuller requests. */
const ITEMS = 1_000;

/** Who looks on while everything is gone through. */
export interface Watch {
  /** What lies under one person, campaign or counter. */
  readonly each?: (items: readonly Item[]) => Promise<void>;
  /** Entries that no committed batch holds. */
  readonly uncounted?: (entries: readonly Counted[]) => Promise<void>;
}

export interface Passed {
  /** What the log says that counter items hold. */
  readonly sums: Sums;
  /** Counter items that are kept. */
  readonly kept: ReadonlySet<string>;
  /** Entries of the log, and how many of them are counted. */
  readonly entries: number;
  readonly counted: number;
}

/** Goes through the whole log once, and counts it again. In memory: the figures, a megabyte of the log, and a person. */
export async function pass({ each, uncounted }: Watch = {}): Promise<Passed> {
  const sums: Sums = new Map();
  const kept = new Set<string>();
  const outcomes = openOutcomes();
  const seen = { entries: 0, counted: 0 };

  async function look(groups: readonly (readonly Item[])[]): Promise<void> {
    const counts = groups.flatMap(countOf);
    const committed = await outcomes(counts.map(({ batch }) => batch));
    const open: Counted[] = [];
    for (const one of counts) {
      if (one.batch === undefined || !committed.has(one.batch)) open.push(one);
      else add(sums, one.additions, shardOf(one.batch));
    }
    for (const item of groups.flatMap((items) => ofKind(items, "metric"))) keep(kept, item);
    seen.entries += counts.length;
    seen.counted += counts.length - open.length;
    if (open.length > 0) await uncounted?.(open);
    if (each)
      for (const items of groups.filter(([first]) => first && kindOf(first) !== "metric")) await each(items);
  }
  const segments = Array.from({ length: SEGMENTS }, (_, segment) => inChunks(segment, look));
  await Promise.all(segments);
  return { sums, kept, ...seen };
}

async function inChunks(segment: number, look: (groups: readonly (readonly Item[])[]) => Promise<void>) {
  let [groups, size]: [(readonly Item[])[], number] = [[], 0];
  for await (const items of partitions(segment, SEGMENTS)) {
    groups.push(items);
    size += items.length;
    if (size < ITEMS) continue;
    await look(groups);
    [groups, size] = [[], 0];
  }
  await look(groups);
}

/** Shards beyond those of the batches hold what was put as a whole: no batch counts it. */
function keep(kept: Set<string>, { scope, shard, period }: Item): void {
  if (Number(shard) < METRIC_SHARDS)
    kept.add(keyOf({ scope: String(scope), shard: Number(shard), period: String(period) }));
}
