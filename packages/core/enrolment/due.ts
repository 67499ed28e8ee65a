import { entities } from "../service.ts";
import { SHARDS } from "./enrolment.schema.ts";

/** A row of the due index: who, and since when. */
export interface Due {
  readonly candidateId: string;
  readonly dueAt: string;
  /** Where and why she stands there, as `stands.ts` writes it. */
  readonly stands?: string;
}

/** Where the indexes keep a campaign's people: those inside by when they are due, those who ended by when they did. */
export const placeOf = ({ campaignId, shard }: { campaignId: string; shard: number }) =>
  `${campaignId}/${shard}`;

const ALL_SHARDS = Array.from({ length: SHARDS }, (_, shard) => shard);

/** The earliest due time of each shard that has anybody in it. One small read a shard. */
export async function earliest(campaignId: string): Promise<{ shard: number; dueAt: string }[]> {
  const heads = await Promise.all(
    ALL_SHARDS.map(async (shard) => {
      const { data } = await entities.enrolment.query.due({ dueIn: placeOf({ campaignId, shard }) }).go({
        limit: 1,
      });
      return data.flatMap(({ dueAt }) => (dueAt ? [{ shard, dueAt }] : []));
    }),
  );
  return heads.flat();
}

/** People of one shard who are due by `now`, longest waiting first, at most `limit`. */
export async function due(campaignId: string, shard: number, now: string, limit: number): Promise<Due[]> {
  const { data } = await entities.enrolment.query
    .due({ dueIn: placeOf({ campaignId, shard }) })
    .lte({ dueAt: now })
    .go({ limit });
  return data.flatMap(({ candidateId, dueAt, stands }) =>
    dueAt ? [{ candidateId, dueAt, ...(stands ? { stands } : {}) }] : [],
  );
}
