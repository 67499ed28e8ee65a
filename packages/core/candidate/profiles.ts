import { batchGet } from "../batch-get.ts";
import type { Facts } from "../facts/facts.schema.ts";
import { entities } from "../service.ts";
import { type Address, Info } from "./candidate.schema.ts";
import type { Found } from "./load.ts";

/** A profile with what rules see of her; without facts while she has not confirmed. */
export interface Profile {
  readonly candidate: Found["candidate"];
  readonly facts?: Facts;
}

/** Profiles of many people in one read, strongly unless a moment's delay is nothing; whoever is gone is missing. */
export async function profiles(
  candidateIds: readonly string[],
  { consistent = true } = {},
): Promise<Map<string, Profile>> {
  const keys = [...new Set(candidateIds)].map((candidateId) => ({ candidateId }));
  const items = await batchGet(keys, (some) => entities.candidate.get(some).go({ consistent }));
  return new Map(
    items.map((item) => [
      item.candidateId,
      {
        candidate: { ...Info.parse(item), trace: item.trace },
        ...(item.facts ? { facts: JSON.parse(item.facts) as Facts } : {}),
      },
    ]),
  );
}

/** The address she is written to, as of a moment ago: whether she may be written to at all is her gate's to say. */
export async function primaryAddress(candidateId: string): Promise<Address | undefined> {
  const { data } = await entities.address.query.person({ candidateId }).go();
  return data.find(({ primary }) => primary) as Address | undefined;
}
