import { batchGet } from "../batch-get.ts";
import type { Facts } from "../facts/facts.schema.ts";
import * as Gate from "../gate/index.ts";
import { entities } from "../service.ts";
import { type Address, Info } from "./candidate.schema.ts";

/** A person with her gate, read strongly; without a primary address where we know none. */
export interface Found {
  readonly candidate: Info & { readonly trace: string };
  readonly gate: Gate.Info;
  readonly address?: Address;
}

/** A person who has an address. */
export interface Known extends Found {
  readonly address: Address;
}

/** Everything a decision about her needs; undefined when nothing is kept of her. */
export async function find(candidateId: string): Promise<Found | undefined> {
  const [{ data: item }, gate, { data: addresses }] = await Promise.all([
    entities.candidate.get({ candidateId }).go({ consistent: true }),
    Gate.read(candidateId),
    entities.address.query.person({ candidateId }).go({ consistent: true }),
  ]);
  if (!item || !gate || gate.erased) return undefined;
  const address = addresses.find(({ primary }) => primary) as Address | undefined;
  return { candidate: { ...Info.parse(item), trace: item.trace }, gate, ...(address ? { address } : {}) };
}

/** What a change of a profile needs to know of her. */
export interface Standing extends Pick<Found, "candidate" | "gate"> {
  readonly hasAddress: boolean;
}

export const standingOf = ({ candidate, gate, address }: Found): Standing => ({
  candidate,
  gate,
  hasAddress: address !== undefined,
});

/** Many people in two reads, strongly; whoever is gone is missing. */
export async function findMany(candidateIds: readonly string[]): Promise<Standing[]> {
  const keys = candidateIds.map((candidateId) => ({ candidateId }));
  const [profiles, gates] = await Promise.all([
    batchGet(keys, (some) => entities.candidate.get(some).go({ consistent: true })),
    Gate.readMany(candidateIds, { consistent: true }),
  ]);
  return profiles.flatMap((item) => {
    const gate = gates.get(item.candidateId);
    if (!gate || gate.erased) return [];
    // Nobody without an address can be waiting for her confirmation, and everybody else has a reading that says it.
    const { hasAddress } = item.facts ? (JSON.parse(item.facts) as Facts) : { hasAddress: true };
    return [{ candidate: { ...Info.parse(item), trace: item.trace }, gate, hasAddress }];
  });
}

/** The same for who can be written to: undefined also without an address. */
export async function load(candidateId: string): Promise<Known | undefined> {
  const found = await find(candidateId);
  return found?.address ? { ...found, address: found.address } : undefined;
}
