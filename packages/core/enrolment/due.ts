import { batchGet } from "../batch-get.ts";
import { entities } from "../service.ts";
import { Info, SHARDS } from "./enrolment.schema.ts";

/** A row of the due index: who, and since when. */
export interface Due {
  readonly candidateId: string;
  readonly dueAt: string;
}

/** Where a campaign keeps those who ended, by shard. */
export const endedIn = ({ campaignId, shard }: { campaignId: string; shard: number }) =>
  `${campaignId}/${shard}`;

const ALL_SHARDS = Array.from({ length: SHARDS }, (_, shard) => shard);

/** The earliest due time of each shard that has anybody in it. One small read a shard. */
export async function earliest(campaignId: string): Promise<{ shard: number; dueAt: string }[]> {
  const heads = await Promise.all(
    ALL_SHARDS.map(async (shard) => {
      const { data } = await entities.enrolment.query.due({ campaignId, shard }).go({ limit: 1 });
      return data.flatMap(({ dueAt }) => (dueAt ? [{ shard, dueAt }] : []));
    }),
  );
  return heads.flat();
}

/** People of one shard who are due by `now`, longest waiting first, at most `limit`. */
export async function due(campaignId: string, shard: number, now: string, limit: number): Promise<Due[]> {
  const { data } = await entities.enrolment.query
    .due({ campaignId, shard })
    .lte({ dueAt: now })
    .go({ limit });
  return data.flatMap(({ candidateId, dueAt }) => (dueAt ? [{ candidateId, dueAt }] : []));
}

/** People of a campaign: who is inside and the latest who ended, at most `limit` of all. */
export async function members(campaignId: string, limit: number): Promise<Info[]> {
  const each = Math.ceil(limit / SHARDS);
  const found = await Promise.all(
    ALL_SHARDS.flatMap((shard) => [
      entities.enrolment.query.due({ campaignId, shard }).go({ limit: each }),
      entities.enrolment.query
        .ended({ endedIn: endedIn({ campaignId, shard }) })
        .go({ limit: each, order: "desc" }),
    ]),
  );
  const keys = found
    .flatMap(({ data }) => data.map(({ candidateId }) => ({ candidateId, campaignId })))
    .slice(0, limit);
  const enrolments = await batchGet(keys, (some) => entities.enrolment.get(some).go());
  return enrolments.map((item) => Info.parse(item)).sort((a, b) => b.enteredAt.localeCompare(a.enteredAt));
}
