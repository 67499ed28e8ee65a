export * as Metric from "./index.ts";

import { entities } from "../service.ts";
import { COUNTERS, type Figures, zero } from "./counters.ts";
import { METRIC_SHARDS } from "./fold.ts";

export { type Addition, COUNTERS, type Counter, type Figures, zero } from "./counters.ts";
export { type Entry, fold } from "./fold.ts";
export { stamping } from "./stamp.ts";

/** Scopes that figures are kept for. */
export const Scope = {
  organisation: "organisation",
  campaign: (campaignId: string) => `campaign/${campaignId}`,
  step: (campaignId: string, stepId: string) => `campaign/${campaignId}/${stepId}`,
};

/** The sum over all time, and the day's own. */
export const ALL = "all";

/** Figures of one scope by period, periods between `from` and `to` as text; one small read a shard. */
export async function read(scope: string, from: string, to: string): Promise<Map<string, Figures>> {
  const shards = await Promise.all(
    Array.from({ length: METRIC_SHARDS }, (_, shard) =>
      entities.metric.query
        .primary({ scope, shard })
        .between({ period: from }, { period: to })
        .go({ pages: "all" }),
    ),
  );
  const periods = new Map<string, Figures>();
  for (const item of shards.flatMap(({ data }) => data)) {
    const sum = periods.get(item.period) ?? zero();
    for (const counter of COUNTERS) sum[counter] += item[counter] ?? 0;
    periods.set(item.period, sum);
  }
  return periods;
}

/** Figures of one scope over all time. */
export async function total(scope: string): Promise<Figures> {
  return (await read(scope, ALL, ALL)).get(ALL) ?? zero();
}
