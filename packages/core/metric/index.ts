export * as Metric from "./index.ts";

import { entities } from "../service.ts";
import { APART } from "./apart.ts";
import { type Addition, COUNTERS, type Counter, type Figures, zero } from "./counters.ts";

export { putApart, removeApart } from "./apart.ts";
export { type Addition, COUNTERS, type Counter, type Figures, zero } from "./counters.ts";
export { type Entry, fold, shardOf } from "./fold.ts";
export { GONE, stamping } from "./stamp.ts";
export { type Find, openTally, recount, type Tally } from "./tally.ts";

/** Scopes that figures are kept for. */
export const Scope = {
  organisation: "organisation",
  campaign: (campaignId: string) => `campaign/${campaignId}`,
  step: (campaignId: string, stepId: string) => `campaign/${campaignId}/${stepId}`,
};

/** What counts for a campaign as a whole, and for one of its steps where it is about one. */
export function ofCampaign(campaignId: string, counter: Counter, stepId?: string): Addition[] {
  const scopes = [Scope.campaign(campaignId), ...(stepId ? [Scope.step(campaignId, stepId)] : [])];
  return scopes.map((scope) => ({ scope, period: ALL, counter }));
}

/** The sum over all time. */
export const ALL = "all";
/** The period of the hour of an instant: hours add up to the days of any zone. */
export const hourOf = (at: string): string => at.slice(0, 13);
export const instantOf = (hour: string): string => `${hour}:00:00.000Z`;

/** Figures of one scope by period, periods between `from` and `to` as text; one small read a shard. */
export async function read(scope: string, from: string, to: string): Promise<Map<string, Figures>> {
  const shards = await Promise.all(
    Array.from({ length: APART + 1 }, (_, shard) =>
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

/** Figures of one scope: all time, and every hour and day that is counted. */
export const everything = (scope: string): Promise<Map<string, Figures>> => read(scope, "0", ALL);

/** Figures of one scope over all time. */
export async function total(scope: string): Promise<Figures> {
  return (await read(scope, ALL, ALL)).get(ALL) ?? zero();
}
