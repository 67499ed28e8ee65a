import * as Candidate from "../candidate/index.ts";
import { Clock } from "../clock.ts";
import type * as Facts from "../facts/index.ts";
import * as Gate from "../gate/index.ts";
import * as Rule from "../rule/index.ts";

/**
 * Whom of these people a rule matches now. Gates are read only for those whom the roster leaves open; who is not known to match does
 * not.
 */
export async function matching(people: readonly Facts.Info[], rule: Rule.Info): Promise<Facts.Info[]> {
  const now = Clock.now();
  const holds = Rule.compile(rule);
  const asked = people.map((facts) => ({ facts, truth: holds(facts, undefined, now) }));
  const open = Rule.needsHappenings(rule) ? asked.filter(({ truth }) => truth === undefined) : [];
  const gates = await Gate.readMany(open.map(({ facts }) => facts.candidateId));
  return asked.flatMap(({ facts, truth }) => {
    const gate = truth === undefined ? gates.get(facts.candidateId) : undefined;
    const known = gate ? holds(facts, Gate.happenings(gate, now), now) : truth;
    return known === true ? [facts] : [];
  });
}

/** The same of one shard of everybody. */
export const matchIn = async (shard: string, rule: Rule.Info): Promise<Facts.Info[]> =>
  matching(await Candidate.shard(shard), rule);

/** Everybody whom a rule matches now, shard by shard, so that memory stays small however many there are. */
export async function* match(rule: Rule.Info): AsyncGenerator<Facts.Info[]> {
  for (const shard of Candidate.SHARDS) yield await matchIn(shard, rule);
}
