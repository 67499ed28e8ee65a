import * as z from "zod";
import { Actor } from "../actor.ts";
import { AppError } from "../error.ts";
import { fn } from "../fn.ts";
import { entities } from "../service.ts";
import * as Team from "../team/index.ts";
import { CandidateId, Details, Info, Interests, Stage, Words } from "./candidate.schema.ts";
import { type Also, type Change, type Clearable, change } from "./change.ts";
import { hashOfLink } from "./link.ts";
import { type Found, find, standingOf } from "./load.ts";

const clearable = <T extends z.ZodType>(detail: T) => detail.nullable().exactOptional();

/** What a colleague may change of a profile; `null` takes a detail away, what is left out stays. */
const Edit = z.strictObject({
  candidateId: CandidateId,
  revision: z.int(),
  name: Info.shape.name.exactOptional(),
  locale: Info.shape.locale.exactOptional(),
  stage: Stage.exactOptional(),
  skills: Words.exactOptional(),
  interests: Interests.exactOptional(),
  tags: Words.exactOptional(),
  title: clearable(Details.title),
  company: clearable(Details.company),
  city: clearable(Details.city),
  country: clearable(Details.country),
  experienceYears: clearable(Details.experienceYears),
  openFrom: clearable(Details.openFrom),
  phone: clearable(Details.phone),
  link: clearable(Details.link),
  owner: clearable(Details.owner),
});

/** Changes a profile. Conflict if it changed since `revision`. Answers its revision now. */
export const edit = fn(Edit, async ({ candidateId, revision, ...fields }) => {
  Actor.assert("people.write");
  const found = await expect(candidateId);
  if (found.candidate.revision !== revision)
    throw new AppError("conflict", "changed.meanwhile", "This was changed meanwhile. Reload and try again.");
  if (fields.owner) await expectColleague(fields.owner);
  const to: Change = changeOf(fields);
  const changed = await change(standingOf(found), to, { also: await moveGuard(found, fields.link) });
  return { candidateId, revision: revision + (changed ? 1 : 0) };
});

/** Somebody who is there, or a refusal. */
export async function expect(candidateId: string): Promise<Found> {
  const found = await find(candidateId);
  if (found) return found;
  throw new AppError("missing", "candidate.missing", "There is nobody here. She may have been erased.");
}

async function expectColleague(recruiterId: string): Promise<void> {
  if ((await Team.names([recruiterId])).has(recruiterId)) return;
  const message = "Nobody of this id has signed in here";
  throw new AppError("invalid", "input.invalid", message, [{ field: "owner", message }]);
}

function changeOf(fields: Omit<z.output<typeof Edit>, "candidateId" | "revision">): Change {
  const given = Object.entries(fields);
  const set = Object.fromEntries(given.filter(([, value]) => value !== null && value !== undefined));
  const clear = given.flatMap(([name, value]) => (value === null ? [name as Clearable] : []));
  return { set: deduplicated(set), clear };
}

/** A word stands once in a list, as it was first written. */
const deduplicated = (set: NonNullable<Change["set"]>): NonNullable<Change["set"]> =>
  Object.fromEntries(
    Object.entries(set).map(([name, value]) => [name, Array.isArray(value) ? [...new Set(value)] : value]),
  );

/** One profile page has one person: its guard follows the link. */
async function moveGuard(
  { candidate: { candidateId, link: before } }: Found,
  link: string | null | undefined,
): Promise<Also> {
  if (link === undefined || link === (before ?? null)) return () => [];
  const [from, to] = [before ? hashOfLink(before) : undefined, link ? hashOfLink(link) : undefined];
  const [old, next] = await Promise.all([from, to].map((hash) => (hash ? holder(hash) : undefined)));
  if (next && next !== candidateId) {
    const message = "Somebody else has this profile page";
    throw new AppError("conflict", "candidate.link_taken", message, [{ field: "link", message }]);
  }
  return ({ guard }) => [
    ...(from && from !== to && old === candidateId ? [guard.delete({ addressHash: from }).commit()] : []),
    ...(to
      ? [
          guard
            .put({ addressHash: to, candidateId, addressId: "link" })
            .where((it, op) => `${op.notExists(it.candidateId)} OR ${op.eq(it.candidateId, candidateId)}`)
            .commit(),
        ]
      : []),
  ];
}

async function holder(addressHash: string): Promise<string | undefined> {
  const { data } = await entities.guard.get({ addressHash }).go({ consistent: true });
  return data?.candidateId;
}
