import * as Candidate from "../candidate/index.ts";
import type { Facts } from "../facts/facts.schema.ts";
import type { Rule } from "../rule/rule.schema.ts";
import * as Segment from "../segment/index.ts";

/** Shards read side by side. */
const ABREAST = 8;

/** Somebody's place in the audience: shard by shard, by id in each. */
export interface Place {
  readonly shard: string;
  readonly after: string;
}

/** The next people whom a rule matches, at most `limit`, read from the shards they stand in; `last` where more come after it. */
export async function audiencePage(
  rule: Rule,
  limit: number,
  from?: Place,
): Promise<{ people: Facts[]; last?: Place }> {
  const found: { shard: string; facts: Facts }[] = [];
  const shards = Candidate.SHARDS.filter((shard) => !from || shard >= from.shard);
  while (shards.length > 0 && found.length <= limit) {
    const some = shards.splice(0, ABREAST);
    const matched = await Promise.all(some.map((shard) => inShard(shard, rule, from)));
    found.push(...matched.flat());
  }
  const page = found.slice(0, limit);
  const end = found.length > limit ? page.at(-1) : undefined;
  return {
    people: page.map(({ facts }) => facts),
    ...(end ? { last: { shard: end.shard, after: end.facts.candidateId } } : {}),
  };
}

async function inShard(shard: string, rule: Rule, from: Place | undefined) {
  const matched = await Segment.matchIn(shard, rule);
  const left = matched.filter(({ candidateId }) => from?.shard !== shard || candidateId > from.after);
  return left.sort((a, b) => (a.candidateId < b.candidateId ? -1 : 1)).map((facts) => ({ shard, facts }));
}
