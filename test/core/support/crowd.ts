import type { Info as Profile } from "../../../packages/core/candidate/candidate.schema.ts";
import { Facts } from "../../../packages/core/facts/index.ts";
import type { Gate } from "../../../packages/core/gate/index.ts";
import { newId } from "../../../packages/core/id.ts";
import { entities } from "../../../packages/core/service.ts";
import { open } from "./gates.ts";

export interface Someone {
  readonly profile?: Partial<Profile>;
  readonly gate?: Partial<Gate.Info> | undefined;
  readonly hasAddress?: boolean;
}

/** Writes people with their gates as the product would leave them, all at once. Answers their facts as the roster has them. */
export async function crowd(people: readonly Someone[]): Promise<Facts.Info[]> {
  const made = people.map(person);
  await entities.candidate.put(made.map(({ item }) => item)).go();
  await entities.gate.put(made.map(({ gate }) => gate)).go();
  return made.map(({ facts }) => facts);
}

function person({ profile, gate: held = {}, hasAddress = true }: Someone) {
  const candidateId = newId("cnd");
  const candidate: Profile = {
    candidateId,
    name: "Ada",
    locale: "en",
    stage: "new",
    standing: "member",
    source: "form:here",
    tags: [],
    skills: [],
    interests: [],
    answers: {},
    createdAt: "2026-01-05T08:00:00.000Z",
    revision: 1,
    ...profile,
  };
  const gate = { ...open, ...held, candidateId };
  const listing = Facts.listing(candidate, gate, hasAddress);
  return {
    item: { ...candidate, ...listing, trace: "trc_test" },
    gate,
    facts: Facts.factsOf(candidate, gate, hasAddress),
  };
}
