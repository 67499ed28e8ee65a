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
  /** Stamps it if nobody did, creating it where it is new; answers the batch that holds it now, ours or another's. */
  stamp(batchId: string): Promise<string>;
  /** Stamps it again, if it still holds `from`. */
  restamp(batchId: string, from: string): Promise<boolean>;
}

export const METRIC_SHARDS = 16;
/** A transaction takes 100 items; one is the batch record. */
const COUNTERS_A_BATCH = 90;
const ATTEMPTS = 5;

/**
 * Counts log entries exactly once, however often and by however many they are delivered (design section 7). Each attempt takes a
 * fresh batch, stamps the entries nobody has counted, and commits once: one transaction puts the batch as committed and adds.
 * @throws when no attempt could be committed: acknowledge nothing, it comes again
 */
export async function fold(entries: readonly Entry[]): Promise<void> {
  const distinct = [...new Map(entries.map((entry) => [entry.key, entry])).values()];
  for (const part of cut(distinct)) await foldPart(part);
}

async function foldPart(entries: readonly Entry[]): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const batchId = newId("bat");
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

function commitBatch(batchId: string, entries: readonly Entry[]): Promise<boolean> {
  const shard = createHash("sha256").update(batchId).digest().readUInt16BE(0) % METRIC_SHARDS;
  const sums = sumsOf(entries.flatMap(({ additions }) => additions));
  return once(({ batch, metric }) => [
    batch.create({ batchId, outcome: "committed", at: Clock.iso() }).commit(),
    ...sums.map(({ scope, period, counters }) =>
      metric.upsert({ scope, shard, period }).add(counters).commit(),
    ),
  ]);
}

interface Sum {
  readonly scope: string;
  readonly period: string;
  readonly counters: Partial<Record<Counter, number>>;
}

function sumsOf(additions: readonly Addition[]): Sum[] {
  const sums = new Map<string, Sum>();
  for (const { scope, period, counter } of additions) {
    const key = `${scope}|${period}`;
    const sum = sums.get(key) ?? { scope, period, counters: {} };
    sums.set(key, { ...sum, counters: { ...sum.counters, [counter]: (sum.counters[counter] ?? 0) + 1 } });
  }
  return [...sums.values()];
}

/** Cuts entries into parts whose sums fit one transaction. */
function cut(entries: readonly Entry[]): Entry[][] {
  const parts: Entry[][] = [];
  for (const entry of entries) {
    const last = parts.at(-1);
    const fits =
      last && sumsOf([...last, entry].flatMap(({ additions }) => additions)).length <= COUNTERS_A_BATCH;
    if (fits) last.push(entry);
    else parts.push([entry]);
  }
  return parts;
}
