import { batchGet } from "../batch-get.ts";
import { type Info, Info as Profile } from "../candidate/candidate.schema.ts";
import { hashOf } from "../candidate/email-address.ts";
import { hashOfLink } from "../candidate/link.ts";
import type { SuppressionReason } from "../gate/gate.schema.ts";
import * as Gate from "../gate/index.ts";
import { derivedId } from "../id.ts";
import { Secret } from "../secret.ts";
import { entities } from "../service.ts";
import { type Draft, isPage } from "./draft.ts";
import { bare } from "./headers.ts";
import * as Prints from "./prints.ts";
import { selfKey } from "./same.ts";

/** Somebody we have. */
export interface Person {
  readonly candidate: Info & { readonly trace: string };
  readonly gate: Gate.Info;
  readonly hasAddress: boolean;
  /** What imports said of her last. */
  readonly prints: Prints.Prints;
  /** She asked to join and has not confirmed: the table forgets her by itself. */
  readonly expires: boolean;
}

/** Who has an address or a profile. */
export interface Holder {
  readonly candidateId: string;
  readonly addressId: string;
}

/** What is kept of the people that some rows are about. It is kept up to date while rows are written. */
export interface Known {
  readonly holders: Map<string, Holder>;
  readonly suppressed: Map<string, SuppressionReason>;
  readonly people: Map<string, Person>;
}

/** Keyed hashes that a row's person is found by: her addresses, the primary one first, and her profile or what stands for it. */
export interface Marks {
  readonly name: string;
  readonly addresses: readonly string[];
  readonly page?: string;
  /** The page stands for name, phone, company and city: there is nothing else. */
  readonly self?: true;
}

export function marksOf(draft: Draft): Marks {
  const { link } = draft.details;
  const marks = { name: bare(draft.name), addresses: draft.addresses.map(hashOf) };
  if (link && isPage(link)) return { ...marks, page: hashOfLink(link) };
  if (marks.addresses.length > 0) return marks;
  return { ...marks, page: selfHashOf(draft), self: true };
}

/** All there is of who has neither address nor page. */
export const selfHashOf = (draft: Pick<Draft, "name" | "details">): string =>
  Secret.hash("self", selfKey(draft));

export const hashesIn = ({ addresses, page }: Pick<Marks, "addresses" | "page">) => [
  ...addresses,
  ...(page ? [page] : []),
];

/** Reads what is kept of the people behind these marks, strongly, in a few calls. */
export async function read(marks: readonly Marks[]): Promise<Known> {
  const keys = [...new Set(marks.flatMap(hashesIn))].map((addressHash) => ({ addressHash }));
  const [guards, stops] = await Promise.all([
    batchGet(keys, (some) => entities.guard.get(some).go({ consistent: true })),
    batchGet(keys, (some) => entities.suppression.get(some).go({ consistent: true })),
  ]);
  return {
    holders: new Map(guards.map(({ addressHash, ...holder }) => [addressHash, holder])),
    suppressed: new Map(
      stops.map(({ addressHash, reason, erased }) => [addressHash, erased ? "erasure" : reason]),
    ),
    people: await peopleOf(guards.map(({ candidateId }) => candidateId)),
  };
}

async function peopleOf(ids: readonly string[]): Promise<Map<string, Person>> {
  const keys = [...new Set(ids)].map((candidateId) => ({ candidateId }));
  const [profiles, gates] = await Promise.all([
    batchGet(keys, (some) => entities.candidate.get(some).go({ consistent: true })),
    Gate.readMany(ids, { consistent: true }),
  ]);
  const people = profiles.flatMap((item): [string, Person][] => {
    const gate = gates.get(item.candidateId);
    if (!gate || gate.erased) return [];
    const candidate = { ...Profile.parse(item), trace: item.trace };
    return [[item.candidateId, { candidate, gate, prints: Prints.read(item.prints), ...standingOf(item) }]];
  });
  return new Map(people);
}

/** Whoever is in no roster yet came by a form, which asks for an address. */
const standingOf = ({
  facts,
  expiresAt,
}: {
  facts?: string | undefined;
  expiresAt?: number | undefined;
}) => ({
  hasAddress: facts ? (JSON.parse(facts) as { hasAddress: boolean }).hasAddress : true,
  expires: expiresAt !== undefined,
});

/**
 * Whose row this is: by her address, else by her profile. Between two who have an address and not one name a profile says nothing:
 * it was copied into the wrong row. A guard may outlive its person for a while.
 */
export function whose({ name, addresses: [first], page }: Marks, known: Known): Person | undefined {
  const find = (hash: string | undefined) => {
    const holder = hash ? known.holders.get(hash) : undefined;
    return holder && known.people.get(holder.candidateId);
  };
  const there = find(page);
  const same = !there?.hasAddress || first === undefined || bare(there.candidate.name) === name;
  return find(first) ?? (same ? there : undefined);
}

/** Who has this address or profile, if somebody lives who has it. */
export function holderOf(hash: string, { holders, people }: Known): string | undefined {
  const holder = holders.get(hash);
  return holder && people.has(holder.candidateId) ? holder.candidateId : undefined;
}

/** What a row writes follows from it, so that reading it twice writes one thing. */
export const idsOf = (importId: string, row: number) => ({
  candidateId: derivedId("cnd", importId, row),
  consentId: derivedId("con", importId, row),
  eventId: derivedId("evt", importId, row),
  addressId: (at: number) => derivedId("adr", importId, row, at),
});

/** Rows of these that an earlier reading has written: the person she made, or the event of the change. */
export async function writtenBefore(
  importId: string,
  rows: readonly { readonly row: number; readonly marks: Marks }[],
  known: Known,
): Promise<Map<number, { kind: "new" | "updated"; notes: readonly [] }>> {
  const keys: { candidateId: string; eventId: string }[] = rows.flatMap(({ row, marks }) => {
    const candidateId = whose(marks, known)?.candidate.candidateId;
    return candidateId ? [{ candidateId, eventId: idsOf(importId, row).eventId }] : [];
  });
  const events = await batchGet(keys, async (some) => {
    const { data, unprocessed } = await entities.event.get(some).go({ consistent: true });
    return {
      data,
      unprocessed: unprocessed.map(({ candidateId = "", eventId }) => ({ candidateId, eventId })),
    };
  });
  const found = new Map(events.map((event) => [event.eventId, event]));
  return new Map(
    rows.flatMap(({ row }): [number, { kind: "new" | "updated"; notes: readonly [] }][] => {
      const event = found.get(idsOf(importId, row).eventId);
      const made = event?.candidateId === idsOf(importId, row).candidateId;
      return event ? [[row, { kind: made ? "new" : "updated", notes: [] }]] : [];
    }),
  );
}
