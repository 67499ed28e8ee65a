import { Actor } from "../../../packages/core/actor.ts";
import { Candidate } from "../../../packages/core/candidate/index.ts";
import { Facts } from "../../../packages/core/facts/index.ts";
import type { Gate } from "../../../packages/core/gate/index.ts";
import { derivedId } from "../../../packages/core/id.ts";
import { entities } from "../../../packages/core/service.ts";

type Profile = Parameters<typeof Facts.listing>[0];

/** What a test says of the n-th of them. */
export interface Somebody {
  readonly tracking?: boolean;
  readonly profile?: Partial<Profile>;
  readonly gate?: Partial<Gate.Info>;
}

export const emailOf = (n: number) => `crowd${n}@example.org`;
export const idOf = (n: number) => derivedId("cnd", "crowd", n);

const at = "2026-01-05T08:00:00.000Z";

/**
 * Writes people who may be written to as their own sign-up would leave them, many at once. The cloud of this process must be up: its
 * addresses and its secret are read here.
 */
export async function crowd(size: number, about: (n: number) => Somebody = () => ({})): Promise<string[]> {
  const people = Array.from({ length: size }, (_, n) => person(n, about(n)));
  const many = { concurrency: 4 };
  await Actor.run({ kind: "system", id: "test", trace: "trc_crowd" }, async () => {
    await entities.gate.put(people.map(({ gate }) => gate)).go(many);
    await entities.address.put(people.map(({ address }) => address)).go(many);
    await entities.guard.put(people.map(({ guard }) => guard)).go(many);
    await entities.candidate.put(people.map(({ candidate }) => candidate)).go(many);
  });
  return people.map(({ gate }) => gate.candidateId);
}

function person(n: number, { tracking = false, profile, gate: said }: Somebody) {
  const candidateId = idOf(n);
  const raw = emailOf(n);
  const addressHash = Candidate.hashOf(raw);
  const addressId = derivedId("adr", raw);
  const candidate: Profile = {
    ...{ candidateId, name: `Person ${n}`, locale: "en", stage: "new", standing: "member" },
    ...{ source: "form:elsewhere", tags: [], skills: [], interests: [], answers: {} },
    ...{ createdAt: at, joinedAt: at, revision: 1 },
    ...profile,
  };
  const granted = { state: "granted" as const, consentId: derivedId("con", raw), at };
  const gate: Gate.Info = {
    ...{ candidateId, doNotContact: false, erased: false, claims: [], marks: [], revision: 1 },
    permissions: { job_news: granted, ...(tracking ? { tracking: granted } : {}) },
    ...said,
  };
  return {
    gate,
    address: { candidateId, addressId, raw, addressHash, primary: true, confirmedAt: at },
    guard: { addressHash, candidateId, addressId },
    candidate: { ...candidate, ...Facts.listing(candidate, gate, true), trace: "trc_crowd" },
  };
}
