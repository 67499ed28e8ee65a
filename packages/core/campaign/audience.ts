import * as Candidate from "../candidate/index.ts";
import type { Facts } from "../facts/facts.schema.ts";
import * as Gate from "../gate/index.ts";
import type { Rule } from "../rule/rule.schema.ts";
import * as Segment from "../segment/index.ts";

/** Gates read and held at once. */
const BATCH = 500;

/** Who a rule matches now, by id: one pass over the roster. */
export async function audienceOf(rule: Rule): Promise<Facts[]> {
  const shards = await Promise.all(Candidate.SHARDS.map((shard) => Segment.matchIn(shard, rule)));
  return shards.flat().sort((a, b) => (a.candidateId < b.candidateId ? -1 : 1));
}

/** Goes through people with their gates, so many at a time that memory stays small. */
export async function withGates<T>(
  people: readonly Facts[],
  each: (facts: Facts, gate: Gate.Info | undefined) => readonly T[],
): Promise<T[]> {
  const found: T[] = [];
  for (let from = 0; from < people.length; from += BATCH) {
    const batch = people.slice(from, from + BATCH);
    const gates = await Gate.readMany(batch.map(({ candidateId }) => candidateId));
    found.push(...batch.flatMap((facts) => each(facts, gates.get(facts.candidateId))));
  }
  return found;
}
