import * as Facts from "../facts/index.ts";
import { entities } from "../service.ts";

/** The facts of everybody in one shard, oldest first. What a rule is evaluated over; an index read, so it may lag a second. */
export async function shard(roster: string): Promise<Facts.Info[]> {
  const { data } = await entities.candidate.query
    .roster({ roster })
    .go({ pages: "all", attributes: ["facts"] });
  return data.flatMap(({ facts }) => (facts ? [JSON.parse(facts) as Facts.Info] : []));
}

/** So many of a shard, from where another page ended; `cursor` is null after the last. */
export async function shardPage(roster: string, limit: number, cursor: string | null) {
  const page = await entities.candidate.query.roster({ roster }).go({ limit, cursor, attributes: ["facts"] });
  const people = page.data.flatMap(({ facts }) => (facts ? [JSON.parse(facts) as Facts.Info] : []));
  return { people, cursor: page.cursor };
}

/** Ids of so many in a shard who were listed from an instant on. */
export async function shardFrom(roster: string, listedAt: string, limit: number): Promise<string[]> {
  const { data } = await entities.candidate.query
    .roster({ roster })
    .gte({ listedAt })
    .go({ limit, attributes: ["candidateId"] });
  return data.map(({ candidateId }) => candidateId);
}

/** Every shard there is. */
export const SHARDS = Array.from({ length: Facts.SHARDS }, (_, index) => String(index).padStart(2, "0"));

/** The facts of everybody. */
export const everybody = async (): Promise<Facts.Info[]> => (await Promise.all(SHARDS.map(shard))).flat();
