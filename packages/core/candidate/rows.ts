import { batchGet } from "../batch-get.ts";
import type * as Facts from "../facts/index.ts";
import * as Gate from "../gate/index.ts";
import * as Organisation from "../organisation/index.ts";
import * as Season from "../season/index.ts";
import { entities } from "../service.ts";
import * as Team from "../team/index.ts";
import { mayWrite } from "./may-write.ts";
import type { Colleague, Row } from "./views.ts";

/** People as lists show them, in this order: their facts, and their gates in one batch. Whoever was erased meanwhile is left out. */
export async function rows(people: readonly Facts.Info[]): Promise<Row[]> {
  const [gates, owners, terms] = await Promise.all([
    Gate.readMany(people.map(({ candidateId }) => candidateId)),
    Team.names(people.flatMap(({ owner }) => owner ?? [])),
    Organisation.policy(),
  ]);
  return people.flatMap((facts) => {
    const gate = gates.get(facts.candidateId);
    return gate && !gate.erased ? [row(facts, gate, { owners, terms })] : [];
  });
}

/** The same for people whom another noun names: those who are listed. */
export async function rowsOf(ids: readonly string[]): Promise<Map<string, Row>> {
  const keys = [...new Set(ids)].map((candidateId) => ({ candidateId }));
  const found = await batchGet(keys, (some) =>
    entities.candidate.get(some).go({ attributes: ["candidateId", "facts"] }),
  );
  const listed = found.flatMap(({ facts }) => (facts ? [JSON.parse(facts) as Facts.Info] : []));
  return new Map((await rows(listed)).map((row) => [row.candidateId, row]));
}

interface Context {
  readonly owners: ReadonlyMap<string, string>;
  readonly terms: Gate.Terms;
}

function row(facts: Facts.Info, gate: Gate.Info, { owners, terms }: Context): Row {
  const { candidateId, name, standing, source, stage, tags, createdAt, joinedAt = createdAt } = facts;
  const { title, company, city, country, sample } = facts;
  return {
    candidateId,
    name,
    standing,
    source,
    joinedAt,
    stage,
    tags,
    ...(title ? { title } : {}),
    ...(company ? { company } : {}),
    ...(city ? { city } : {}),
    ...(country ? { country } : {}),
    ...(sample ? { sample } : {}),
    ...(facts.owner ? { owner: colleague(facts.owner, owners) } : {}),
    mayWrite: mayWrite(gate, terms),
    season: Season.line(gate.marks, gate.permissions.job_news),
  };
}

/** A colleague who never signed in is shown by her id. */
export const colleague = (recruiterId: string, names: ReadonlyMap<string, string>): Colleague => ({
  recruiterId,
  name: names.get(recruiterId) ?? recruiterId,
});
