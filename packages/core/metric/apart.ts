import { entities } from "../service.ts";
import type { Counter } from "./counters.ts";
import { METRIC_SHARDS } from "./fold.ts";

/** Beside the shards that the aggregator adds to: figures that were put as a whole and are taken away as a whole. */
export const APART = METRIC_SHARDS;

type Sums = Readonly<Record<string, Readonly<Partial<Record<Counter, number>>>>>;

const keyOf = (name: string) => {
  const [scope = "", period = ""] = name.split("|");
  return { scope, period, shard: APART };
};

/** Puts figures by `scope|period`: they add to what is counted. Twice is once. */
export async function putApart(sums: Sums): Promise<void> {
  const items = Object.entries(sums).map(([name, counters]) => ({ ...keyOf(name), ...counters }));
  await entities.metric.put(items).go({ concurrency: 4, unprocessed: "raw" }).then(complete);
}

/** Takes them away again, exactly. */
export async function removeApart(sums: Sums): Promise<void> {
  await entities.metric
    .delete(Object.keys(sums).map(keyOf))
    .go({ concurrency: 4, unprocessed: "raw" })
    .then(complete);
}

/** @throws when DynamoDB had no capacity for some: the caller comes again */
function complete({ unprocessed }: { readonly unprocessed: readonly unknown[] }): void {
  if (unprocessed.length > 0)
    throw new Error(`${unprocessed.length} figures were not written; they come again`);
}
