import { Info, MOST_ADDRESSES } from "../candidate/candidate.schema.ts";
import { Events } from "../candidate/events.ts";
import { hashOfLink } from "../candidate/link.ts";
import { relisted } from "../candidate/relist.ts";
import { Clock } from "../clock.ts";
import { commit } from "../commit.ts";
import type * as Gate from "../gate/index.ts";
import { entities } from "../service.ts";
import { type Address, type Entities, guardOf, isErased, type Outcome, remember } from "./admit.ts";
import { isPage } from "./draft.ts";
import { type Holder, holderOf, idsOf, type Known, type Person } from "./known.ts";
import { learned } from "./learn.ts";
import { noticeOf, outcome, type Permit, permitOf } from "./permit.ts";
import { type Field, newsIn, type Prints, withPrint, written } from "./prints.ts";
import type { Note } from "./reasons.ts";
import type { Task } from "./task.ts";
import type { Bench } from "./work.ts";

/** What a row changes of somebody we have. */
interface Amendment {
  readonly set: Partial<Info>;
  readonly gate: Partial<Gate.Info>;
  readonly permit?: Permit;
  readonly addresses: readonly Address[];
  /** What was said of her, where it is something else than before. */
  readonly prints?: Prints;
  /** Guard of a profile that is hers from now on. */
  readonly page?: string;
  readonly notes: readonly Note[];
}

/** Writes what a row says more of somebody we have, in one transaction; nothing where it says nothing more. */
export async function amend(task: Task, person: Person, bench: Bench, known: Known): Promise<Outcome> {
  if (person.expires && isErased(task.marks, known)) return { kind: "rejected", code: "erased" };
  const amendment = await fitting(amendmentOf(task, person, bench, known), person);
  const { set, gate, addresses, notes } = amendment;
  if (!Info.safeParse({ ...person.candidate, ...set }).success) return { kind: "rejected", code: "unfit" };
  const changed = [...Object.keys(set), ...(addresses.length > 0 ? ["addresses"] : []), ...Object.keys(gate)];
  const fields = [...new Set(changed.map((field) => NAMES[field] ?? field))];
  if (fields.length === 0) {
    if (amendment.prints) await hear(person, amendment.prints, known);
    return { kind: "unchanged", notes };
  }
  const after = await write(task, person, amendment, { fields, importId: bench.importId, known });
  remember(after, addresses, amendment.page ? { page: amendment.page } : {}, known);
  return { kind: "updated", notes };
}

/** Keeps what was said where it says nothing that we do not know: no change, and no event. */
async function hear(person: Person, prints: Prints, { people }: Known) {
  const { candidateId, revision } = person.candidate;
  await commit(({ candidate }) => [
    candidate
      .patch({ candidateId })
      .set({ prints: written(prints) })
      .where((it, op) => op.eq(it.revision, revision))
      .commit(),
  ]);
  people.set(candidateId, { ...person, prints });
}

/** Nobody has more addresses than can be erased at once. */
async function fitting(amendment: Amendment, { candidate: { candidateId } }: Person): Promise<Amendment> {
  if (amendment.addresses.length === 0) return amendment;
  const { data } = await entities.address.query.person({ candidateId }).go({ consistent: true });
  const addresses = amendment.addresses.slice(0, Math.max(0, MOST_ADDRESSES - data.length));
  if (addresses.length === amendment.addresses.length) return amendment;
  return { ...amendment, addresses, notes: [...amendment.notes, "too_many_addresses"] };
}

/** What a change of the gate is called where people read of it. */
const NAMES: Readonly<Record<string, string>> = { permissions: "permission", notice: "source" };

function amendmentOf(task: Task, person: Person, bench: Bench, known: Known): Amendment {
  const { draft, row, record } = task;
  const { candidate, gate } = person;
  const { candidateId } = candidate;
  // What was typed and never confirmed may be a stranger's.
  const fromForm = !person.expires && candidate.source.startsWith("form:");
  const news = newsIn(person.prints, record.name, record.print);
  const { link, ...facts } = learned(candidate, draft, fromForm ? withoutHers(news) : news);
  const page = link && isPage(link) ? hashOfLink(link) : undefined;
  const owner = page ? holderOf(page, known) : undefined;
  const linkTaken = owner !== undefined && owner !== candidateId;
  const { fresh, taken } = freshAddresses(task, person, bench, known);
  const about = {
    ...idsOf(bench.importId, row),
    candidateId,
    locale: candidate.locale,
    organisation: bench.organisation,
  };
  const permit = permitOf(draft, about);
  const verdict = permit ? outcome(gate, permit) : "stands";
  const granted = verdict === "grant" ? permit : undefined;
  const notice = gate.notice || fromForm ? undefined : noticeOf(draft);
  return {
    set: {
      ...facts,
      ...(link && !linkTaken ? { link } : {}),
      ...(person.expires ? { source: `import:${draft.source ?? bench.source}` } : {}),
      ...standingAfter(person, granted),
    },
    gate: {
      ...(facts.country ? { country: facts.country } : {}),
      ...(granted ? { permissions: { ...gate.permissions, job_news: granted.permission } } : {}),
      ...(notice ? { notice } : {}),
    },
    ...(granted ? { permit: granted } : {}),
    addresses: fresh,
    ...(news.size > 0 && record.row === row
      ? { prints: withPrint(person.prints, record.name, record.print) }
      : {}),
    ...(page && !linkTaken && owner === undefined ? { page } : {}),
    notes: [
      ...(linkTaken ? ["link_taken" as const] : []),
      ...(taken ? ["second_taken" as const] : []),
      ...(verdict === "refused" ? ["permission_kept" as const] : []),
    ],
  };
}

/** What she wrote of herself on a form stays. */
const withoutHers = (news: ReadonlySet<Field>): ReadonlySet<Field> =>
  new Set([...news].filter((field) => field !== "name" && field !== "locale"));

/** Somebody who never confirmed is in the pool from now on; consent makes her a member. Who left stays gone. */
function standingAfter(
  { candidate: { standing }, expires }: Person,
  permit: Permit | undefined,
): Partial<Info> {
  const consents = permit?.line.ground === "consent";
  if (standing === "sourced" && consents) return { standing: "member" };
  return standing === "pending" && expires ? { standing: consents ? "member" : "sourced" } : {};
}

/** Addresses of the row that nobody has. The first becomes the primary one of somebody who has none. */
function freshAddresses(
  { draft, marks, row }: Task,
  { candidate, hasAddress }: Person,
  { importId }: Bench,
  known: Known,
) {
  let taken = false;
  const fresh = draft.addresses.flatMap((raw, at): Address[] => {
    const addressHash = marks.addresses[at];
    const holder = addressHash ? holderOf(addressHash, known) : undefined;
    if (!addressHash || holder === candidate.candidateId) return [];
    if (holder !== undefined || known.suppressed.get(addressHash) === "erasure") {
      taken = true;
      return [];
    }
    return [{ addressId: idsOf(importId, row).addressId(at), addressHash, raw, primary: false }];
  });
  const [first, ...others] = fresh;
  return { fresh: first && !hasAddress ? [{ ...first, primary: true }, ...others] : fresh, taken };
}

interface About {
  readonly fields: string[];
  readonly importId: string;
  readonly known: Known;
}

async function write(
  { row, marks }: Task,
  person: Person,
  amendment: Amendment,
  { fields, importId, known }: About,
): Promise<Person> {
  const { candidate, gate, hasAddress, expires } = person;
  const { candidateId, revision } = candidate;
  const { set, permit, addresses, page, prints } = amendment;
  const cause = { eventId: idsOf(importId, row).eventId, at: Clock.iso() };
  const reaches = hasAddress || addresses.length > 0;
  const first = marks.addresses[0];
  const suppressed = !hasAddress && first ? known.suppressed.get(first) : undefined;
  const gateSet = { ...amendment.gate, ...(suppressed ? { suppressed } : {}) };
  const opens = Object.keys(gateSet).length > 0 || expires;
  const guards = [...addresses, ...(page ? [{ addressHash: page, addressId: "link" }] : [])];
  const added = { candidateId, importId };
  await commit((entities) => [
    entities.candidate
      .patch({ candidateId })
      .set({
        ...relisted({ candidate, gate }, reaches, set, gateSet),
        ...(prints ? { prints: written(prints) } : {}),
      })
      .remove(expires ? ["expiresAt"] : [])
      .where((it, op) => op.eq(it.revision, revision))
      .commit(),
    ...(opens ? [gatePatch(entities, person, gateSet)] : []),
    ...guards.map((guard) => guardOf(entities, guard, candidateId, known)),
    ...addresses.map((one) => entities.address.create({ ...one, candidateId }).commit()),
    ...(expires && first ? kept(entities, known.holders.get(first), first) : []),
    ...(permit ? [entities.consent.create(permit.line).commit()] : []),
    entities.event
      .create(expires ? Events.Added(added, cause) : Events.Changed({ candidateId, fields }, cause))
      .commit(),
  ]);
  return {
    candidate: { ...candidate, ...set, revision: revision + 1 },
    gate: { ...gate, ...gateSet, revision: gate.revision + (opens ? 1 : 0) },
    hasAddress: reaches,
    prints: prints ?? person.prints,
    expires: false,
  };
}

const gatePatch = ({ gate: gates }: Entities, { gate, expires }: Person, set: Partial<Gate.Info>) =>
  gates
    .patch({ candidateId: gate.candidateId })
    .set({ ...set, revision: gate.revision + 1 })
    .remove(expires ? ["expiresAt"] : [])
    .where((it, op) => op.eq(it.revision, gate.revision))
    .commit();

/** The address of somebody who never confirmed is no longer forgotten by the table. */
const kept = ({ address, guard }: Entities, holder: Holder | undefined, addressHash: string) =>
  holder
    ? [
        address.patch(holder).remove(["expiresAt"]).commit(),
        guard.patch({ addressHash }).remove(["expiresAt"]).commit(),
      ]
    : [];
