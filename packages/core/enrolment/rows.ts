import { entities } from "../service.ts";
import { placeOf } from "./due.ts";
import { type End, SHARDS } from "./enrolment.schema.ts";
import { readStands, type Stands } from "./stands.ts";

/** A row of a campaign's people indexes, read without the enrolment. */
export interface Row extends Stands {
  readonly candidateId: string;
  /** Inside: when she is looked at next. */
  readonly dueAt?: string;
  readonly end?: End;
  readonly endedAt?: string;
}

const ALL_SHARDS = Array.from({ length: SHARDS }, (_, shard) => shard);
const ATTRIBUTES = ["candidateId", "stands"] as const;

/** Everybody inside a campaign, who is due first first. An index read: it may lag a moment. */
export async function inside(campaignId: string): Promise<Row[]> {
  const shards = await Promise.all(
    ALL_SHARDS.map((shard) =>
      entities.enrolment.query
        .due({ dueIn: placeOf({ campaignId, shard }) })
        .go({ pages: "all", attributes: [...ATTRIBUTES, "dueAt"] }),
    ),
  );
  return shards
    .flatMap(({ data }) => data)
    .map(({ candidateId, stands, dueAt = "" }) => ({ candidateId, dueAt, ...readStands(stands) }))
    .sort((a, b) => order(a.dueAt, b.dueAt) || order(a.candidateId, b.candidateId));
}

/** Everybody who left a campaign or never began, the latest first. */
export async function ended(campaignId: string): Promise<Row[]> {
  const shards = await Promise.all(
    ALL_SHARDS.map((shard) =>
      entities.enrolment.query
        .ended({ endedIn: placeOf({ campaignId, shard }) })
        .go({ pages: "all", attributes: [...ATTRIBUTES, "end", "endedAt"] }),
    ),
  );
  return shards
    .flatMap(({ data }) => data)
    .map(({ candidateId, stands, end = "finished", endedAt = "" }) => ({
      ...{ candidateId, end, endedAt },
      ...readStands(stands),
    }))
    .sort((a, b) => order(b.endedAt, a.endedAt) || order(a.candidateId, b.candidateId));
}

/** Ids of everybody in these shards of a campaign, inside or not. */
export async function peopleIn(campaignId: string, shards: readonly number[]): Promise<string[]> {
  const { due, ended: gone } = entities.enrolment.query;
  const rows = await Promise.all(
    shards.flatMap((shard) => {
      const place = placeOf({ campaignId, shard });
      return [
        due({ dueIn: place }).go({ pages: "all", attributes: ["candidateId"] }),
        gone({ endedIn: place }).go({ pages: "all", attributes: ["candidateId"] }),
      ];
    }),
  );
  return [...new Set(rows.flatMap(({ data }) => data.map(({ candidateId }) => candidateId)))];
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
