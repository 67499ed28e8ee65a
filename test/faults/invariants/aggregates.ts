import { isDeepStrictEqual } from "node:util";
import { type Counts, type Item, ofKind, recount } from "../../flows/support/recount.ts";
import type { Breach, Invariant } from "../invariant.ts";

/** Every figure is what the log says, counted again by other code. */
export const aggregates: Invariant = {
  name: "aggregates are a recount of the log",
  query: "counters summed over their shards, beside events, messages and enrolments counted one by one",
  check({ items }) {
    const counted = recount(items);
    const shown = kept(items);
    const scopes = [...new Set([...Object.keys(counted), ...Object.keys(shown)])];
    return scopes.flatMap((scope): Breach[] => {
      const [is, should] = [without0(shown[scope] ?? {}), without0(counted[scope] ?? {})];
      if (isDeepStrictEqual(is, should)) return [];
      const campaignId = /cmp_[0-9a-z]+/.exec(scope)?.[0];
      const what = `${scope}: kept ${JSON.stringify(differing(is, should))}, counted ${JSON.stringify(differing(should, is))}`;
      return [{ what, ...(campaignId ? { campaignId } : {}) }];
    });
  },
};

const without0 = (counts: Counts): Counts =>
  Object.fromEntries(Object.entries(counts).filter(([, n]) => n !== 0));
const differing = (counts: Counts, other: Counts) =>
  Object.fromEntries(
    Object.entries({ ...zeros(other), ...counts }).filter(([name, n]) => (other[name] ?? 0) !== n),
  );
const zeros = (counts: Counts) => Object.fromEntries(Object.keys(counts).map((name) => [name, 0]));

/** The counters as they are kept, their shards added up. */
function kept(items: readonly Item[]): Record<string, Counts> {
  const sums: Record<string, Counts> = {};
  for (const { scope, period, shard: _, ...item } of ofKind(items, "metric")) {
    const name = `${scope} ${period}`;
    const sum = sums[name] ?? {};
    for (const [counter, value] of Object.entries(item))
      if (typeof value === "number") sum[counter] = (sum[counter] ?? 0) + value;
    sums[name] = sum;
  }
  return sums;
}
