import { Actor } from "../actor.ts";
import { Info } from "../candidate/candidate.schema.ts";
import { Events } from "../candidate/events.ts";
import { Clock } from "../clock.ts";
import { commit } from "../commit.ts";
import * as Facts from "../facts/index.ts";
import type { SuppressionReason } from "../gate/gate.schema.ts";
import type * as Gate from "../gate/index.ts";
import { holderOf, idsOf, type Known, type Marks, type Person } from "./known.ts";
import { noticeOf, type Permit, permitOf } from "./permit.ts";
import { withPrint, written } from "./prints.ts";
import type { Note, Rejection } from "./reasons.ts";
import type { Task } from "./task.ts";
import type { Bench } from "./work.ts";

/** What came of a row. */
export type Outcome =
  | { readonly kind: "new" | "updated" | "unchanged"; readonly notes: readonly Note[] }
  | { readonly kind: "rejected"; readonly code: Rejection };

type Build = Parameters<typeof commit>[0];
export type Entities = Parameters<Build>[0];

/** Somebody new, to be written. */
export interface Arrival {
  readonly outcome: Outcome;
  /** Profile, gate, addresses with their guards, ledger and event: what one transaction has to hold. */
  readonly build: Build;
  /** The next row of the same person finds her as she was just written. */
  readonly remember: () => void;
}

/** Writes somebody new. */
export async function admit(task: Task, bench: Bench, known: Known): Promise<Outcome> {
  const arrival = arriving(task, bench, known);
  if ("code" in arrival) return arrival;
  await commit(arrival.build);
  arrival.remember();
  return arrival.outcome;
}

/** What has to be written of somebody new; whoever was erased does not come back by an import. */
export function arriving(
  given: Task,
  bench: Bench,
  known: Known,
): Arrival | Extract<Outcome, { kind: "rejected" }> {
  const linkTaken = given.marks.page !== undefined && holderOf(given.marks.page, known) !== undefined;
  const task = linkTaken ? withoutLink(given) : given;
  const { row, draft, marks } = task;
  const suppressed = marks.addresses[0] ? known.suppressed.get(marks.addresses[0]) : undefined;
  if (isErased(given.marks, known)) return { kind: "rejected", code: "erased" };
  const ids = idsOf(bench.importId, row);
  const { candidateId } = ids;
  const locale = draft.locale ?? bench.locale(draft.details.country);
  const permit = suppressed
    ? undefined
    : permitOf(draft, { ...ids, locale, organisation: bench.organisation });
  const addresses = ownAddresses(task, ids.addressId, known);
  const about = { ...bench, candidateId, locale, hasAddress: addresses.length > 0 };
  const person = personOf(task, about, permit, suppressed);
  if (!Info.safeParse(person.candidate).success) return { kind: "rejected", code: "unfit" };
  const taken = draft.addresses.length > addresses.length ? ["second_taken" as const] : [];
  const kept = suppressed ? ["suppressed" as const] : [];
  return {
    outcome: { kind: "new", notes: [...(linkTaken ? ["link_taken" as const] : []), ...taken, ...kept] },
    build: itemsOf(person, { ids, addresses, marks, known }, { permit, importId: bench.importId }),
    remember: () => remember(person, addresses, marks, known),
  };
}

function withoutLink({ draft, marks: { page: _, ...marks }, ...task }: Task): Task {
  const { link: __, ...details } = draft.details;
  return { ...task, draft: { ...draft, details }, marks };
}

/** Whether any mark of a row is one of somebody who was erased. */
export const isErased = ({ addresses, page }: Marks, { suppressed }: Known): boolean =>
  addresses.some((hash) => suppressed.get(hash) === "erasure") ||
  (page !== undefined && suppressed.has(page));

export interface Address {
  readonly addressId: string;
  readonly addressHash: string;
  readonly raw: string;
  readonly primary: boolean;
}

/** The first address, and those of the others that nobody has or had erased. */
function ownAddresses({ draft, marks }: Task, idOf: (at: number) => string, known: Known): Address[] {
  return draft.addresses.flatMap((raw, at) => {
    const addressHash = marks.addresses[at];
    if (!addressHash) return [];
    const free =
      holderOf(addressHash, known) === undefined && known.suppressed.get(addressHash) !== "erasure";
    return at === 0 || free ? [{ addressId: idOf(at), addressHash, raw, primary: at === 0 }] : [];
  });
}

interface About extends Pick<Bench, "importId" | "source"> {
  readonly candidateId: string;
  readonly locale: Info["locale"];
  readonly hasAddress: boolean;
}

function personOf(
  { row, draft, record }: Task,
  { candidateId, locale, hasAddress, source }: About,
  permit: Permit | undefined,
  suppressed: SuppressionReason | undefined,
): Person {
  const { name, details, skills, interests, tags } = draft;
  const given = { name, ...details, skills: [...skills], interests: [...interests], tags: [...tags] };
  const standing = permit?.line.ground === "consent" ? ("member" as const) : ("sourced" as const);
  const rest = {
    stage: "new" as const,
    answers: {},
    createdAt: Clock.iso(),
    revision: 0,
    trace: Actor.trace(),
  };
  const candidate = {
    ...given,
    ...rest,
    candidateId,
    locale,
    standing,
    source: `import:${draft.source ?? source}`,
  };
  const notice = noticeOf(draft);
  const gate: Gate.Info = {
    candidateId,
    permissions: permit ? { job_news: permit.permission } : {},
    ...(suppressed ? { suppressed } : {}),
    ...(details.country ? { country: details.country } : {}),
    ...(notice ? { notice } : {}),
    doNotContact: false,
    erased: false,
    claims: [],
    marks: [],
    revision: 0,
  };
  const prints = record.row === row ? withPrint(new Map(), record.name, record.print) : new Map();
  return { candidate, gate, hasAddress, prints, expires: false };
}

interface Place {
  readonly ids: ReturnType<typeof idsOf>;
  readonly addresses: readonly Address[];
  readonly marks: Marks;
  readonly known: Known;
}

function itemsOf(
  { candidate, gate, hasAddress, prints }: Person,
  { ids, addresses, marks, known }: Place,
  { permit, importId }: { permit: Permit | undefined; importId: string },
): Build {
  const { candidateId } = candidate;
  const cause = { eventId: ids.eventId, at: candidate.createdAt };
  const guards = [...addresses, ...(marks.page ? [{ addressHash: marks.page, addressId: "link" }] : [])];
  return (entities) => [
    ...guards.map((guard) => guardOf(entities, guard, candidateId, known)),
    entities.candidate
      .create({
        ...candidate,
        ...Facts.listing(candidate, gate, hasAddress),
        ...(marks.self && marks.page ? { selfHash: marks.page } : {}),
        ...(prints.size > 0 ? { prints: written(prints) } : {}),
      })
      .commit(),
    entities.gate.create(gate).commit(),
    ...addresses.map((one) => entities.address.create({ ...one, candidateId }).commit()),
    ...(permit ? [entities.consent.create(permit.line).commit()] : []),
    entities.event.create(Events.Added({ candidateId, importId }, cause)).commit(),
  ];
}

/** Takes an address or a profile for somebody; refused if somebody else has it. */
export const guardOf = (
  { guard }: Entities,
  { addressHash, addressId }: Pick<Address, "addressHash" | "addressId">,
  candidateId: string,
  known: Known,
) =>
  guard
    .put({ addressHash, candidateId, addressId })
    .where(
      (it, op) => `${op.notExists(it.candidateId)} OR ${op.eq(it.candidateId, gone(addressHash, known))}`,
    )
    .commit();

/** Whom a guard names who is there no more. */
const gone = (addressHash: string, { holders }: Known): string => holders.get(addressHash)?.candidateId ?? "";

/** Keeps what is known up to date with what was written. */
export function remember(
  person: Person,
  addresses: readonly Pick<Address, "addressHash" | "addressId">[],
  { page }: Pick<Marks, "page">,
  { holders, people }: Known,
) {
  const { candidateId } = person.candidate;
  people.set(candidateId, person);
  for (const { addressHash, addressId } of addresses) holders.set(addressHash, { candidateId, addressId });
  if (page) holders.set(page, { candidateId, addressId: "link" });
}
