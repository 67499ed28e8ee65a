import { createHash } from "node:crypto";
import { Clock } from "../clock.ts";
import { once } from "../commit.ts";
import { newId } from "../id.ts";
import { entities } from "../service.ts";
import type { Addition, Counter } from "./counters.ts";
import { GONE } from "./stamp.ts";

/** One entry of the log that asks for additions, and how it is stamped with the batch that counts it. */
export interface Entry {
  /** The same entry delivered twice has the same key. */
  readonly key: string;
  readonly additions: readonly Addition[];
  /** Entries with the same word are counted by the same batch: one write may stamp them all. */
  readonly together?: string;
  /** Stamps it if nobody did, creating it where it is new; answers the batch that holds it now, ours or another's. */
  stamp(batchId: string): Promise<string>;
  /** Stamps it again, if it still holds `from`. */
  restamp(batchId: string, from: string): Promise<boolean>;
  /** The batch that holds it, read strongly. */
  holder(): Promise<string | undefined>;
}

type Announce = (batchId: string) => Promise<unknown>;

export const METRIC_SHARDS = 16;
/** A transaction takes 100 items; one is the batch record. */
const COUNTERS_A_BATCH = 90;
const ATTEMPTS = 5;

/**
 * Counts log entries exactly once, however often and by however many they are delivered (design section 7). Each attempt takes a
 * fresh batch, stamps the entries nobody has counted, and commits once: one transaction puts the batch as committed and adds.
 * @param announce told of a batch before anything is stamped with it, by whom nobody delivers these entries to again
 * @throws when no attempt could be committed: acknowledge nothing, it comes again
 */
export async function fold(entries: readonly Entry[], announce?: Announce): Promise<void> {
  const distinct = [...new Map(entries.map((entry) => [entry.key, entry])).values()];
  const bundles = Map.groupBy(distinct, ({ together, key }) => together ?? key);
  for (const part of cut([...bundles.values()])) await foldPart(part, announce);
}

async function foldPart(entries: readonly Entry[], announce?: Announce): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const batchId = newId("bat");
    await announce?.(batchId);
    const won = await Promise.all(entries.map((entry) => take(entry, batchId)));
    const mine = entries.filter((_, index) => won[index]);
    if (mine.length === 0 || (await commitBatch(batchId, mine))) return;
  }
  throw new Error("The batch was aborted every time; it comes again");
}

/** Makes an entry ours unless somebody has counted it. */
async function take(entry: Entry, batchId: string): Promise<boolean> {
  for (;;) {
    const holder = await entry.stamp(batchId);
    if (holder === batchId) return true;
    if (holder === GONE || (await isCommitted(holder))) return false;
    if (await entry.restamp(batchId, holder)) return true;
  }
}

/** Whether another batch counted what it stamped; if it has not, it never will: the abort record bars it. */
async function isCommitted(batchId: string): Promise<boolean> {
  if (await once(({ batch }) => [batch.create({ batchId, outcome: "aborted", at: Clock.iso() }).commit()]))
    return false;
  const { data } = await entities.batch.get({ batchId }).go({ consistent: true });
  return data?.outcome === "committed";
}

/** The shard that a batch adds to. */
export const shardOf = (batchId: string): number =>
  createHash("sha256").update(batchId).digest().readUInt16BE(0) % METRIC_SHARDS;

/** Adds what a batch counts and says that it is committed, once. @param also what is written with it */
export function commitBatch(
  batchId: string,
  entries: readonly Entry[],
  also?: Parameters<typeof once>[0],
): Promise<boolean> {
  const shard = shardOf(batchId);
  const sums = sumsOf(entries.flatMap(({ additions }) => additions));
  return once((all) => [
    all.batch.create({ batchId, outcome: "committed", at: Clock.iso() }).commit(),
    ...sums.map(({ scope, period, counters }) =>
      all.metric.upsert({ scope, shard, period, last: batchId }).add(counters).commit(),
    ),
    ...(also?.(all) ?? []),
  ]);
}

interface Sum {
  readonly scope: string;
  readonly period: string;
  readonly counters: Partial<Record<Counter, number>>;
}

function sumsOf(additions: readonly Addition[]): Sum[] {
  const sums = new Map<string, Sum>();
  for (const addition of additions) {
    const { scope, period, counter, amount = 1 } = addition;
    const sum = sums.get(itemOf(addition)) ?? { scope, period, counters: {} };
    sum.counters[counter] = (sum.counters[counter] ?? 0) + amount;
    sums.set(itemOf(addition), sum);
  }
  return [...sums.values()];
}

/** The counter item that takes an addition. */
const itemOf = ({ scope, period }: Addition) => `${scope}|${period}`;

/** Cuts bundles of entries into parts whose sums fit one transaction. */
function cut(bundles: readonly (readonly Entry[])[]): Entry[][] {
  const parts: Entry[][] = [];
  let items = new Set<string>();
  for (const bundle of bundles) {
    const last = parts.at(-1);
    const own = bundle.flatMap(({ additions }) => additions.map(itemOf));
    const together = new Set([...items, ...own]);
    const fits = last !== undefined && together.size <= COUNTERS_A_BATCH;
    if (fits) last.push(...bundle);
    else parts.push([...bundle]);
    items = fits ? together : new Set(own);
  }
  return parts;
}
