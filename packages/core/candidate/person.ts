import * as z from "zod";
import { Actor } from "../actor.ts";
import { Events as Engagement } from "../engagement/events.ts";
import { AppError } from "../error.ts";
import { fn } from "../fn.ts";
import * as Gate from "../gate/index.ts";
import { Id } from "../id.ts";
import * as Organisation from "../organisation/index.ts";
import * as Season from "../season/index.ts";
import { service } from "../service.ts";
import * as Task from "../task/index.ts";
import * as Team from "../team/index.ts";
import { Info } from "./candidate.schema.ts";
import { Events } from "./events.ts";
import { mayWrite } from "./may-write.ts";
import { colleague } from "./rows.ts";
import { recruiterIn, timeline } from "./timeline.ts";
import type { LedgerEntry, Person } from "./views.ts";

export type Collection = Awaited<ReturnType<typeof collect>>;

/** Everything kept under a person, in one query. */
async function collect(candidateId: string) {
  const { data } = await service.collections.person({ candidateId }).go({ pages: "all", consistent: true });
  return data;
}

/** Names of what her page mentions by id. */
export interface Names {
  readonly campaigns: ReadonlyMap<string, string>;
  readonly templates: ReadonlyMap<string, string>;
  readonly recruiters: ReadonlyMap<string, string>;
}

/** Who knows those names: nouns that know this one, so that they are handed in. */
export type Naming = {
  readonly [Noun in Exclude<keyof Names, "recruiters">]: (ids: readonly string[]) => Promise<Names[Noun]>;
};

/** One person as her page shows her. */
export const person = (naming: Naming) =>
  fn(z.strictObject({ candidateId: Id("cnd") }), async ({ candidateId }): Promise<Person> => {
    Actor.assert("people.read");
    const found = await collect(candidateId);
    const [profile] = found.candidate;
    if (!profile)
      throw new AppError("missing", "candidate.missing", "There is nobody here. She may have been erased.");
    const gate = found.gate[0] ? Gate.Info.parse(found.gate[0]) : undefined;
    const [names, terms] = await Promise.all([namesIn(found, naming), Organisation.policy()]);
    return {
      ...profileOf(profile, names),
      ...(gate ? heededOf(gate, found) : {}),
      tasks: tasksOf(found),
      addresses: found.address.map(({ raw, primary, confirmedAt }) => ({
        raw,
        primary,
        ...(confirmedAt ? { confirmedAt } : {}),
      })),
      mayWrite: mayWrite(gate, terms),
      ledger: ledgerOf(found),
      season: withMachines(Season.line(gate?.marks ?? [], gate?.permissions.job_news), found),
      timeline: timeline(found, names),
      next: nextOf(found, names),
    };
  });

async function namesIn(found: Collection, naming: Naming): Promise<Names> {
  const { message, enrolment, task, event, note, candidate } = found;
  const mentioned = [...message, ...enrolment, ...task].flatMap(({ campaignId }) => campaignId ?? []);
  const written = message.flatMap(({ templateId }) => templateId ?? []);
  const colleagues = [
    ...event.flatMap(({ recruiterId }) => recruiterId ?? []),
    ...note.map(({ recruiterId }) => recruiterId),
    ...task.flatMap(({ actor, doneBy }) => [recruiterIn(actor), recruiterIn(doneBy)]),
    ...candidate.map(({ owner }) => owner),
  ].filter((id) => id !== undefined);
  const [campaigns, templates, recruiters] = await Promise.all([
    naming.campaigns(mentioned),
    naming.templates(written),
    Team.names(colleagues),
  ]);
  return { campaigns, templates, recruiters };
}

function profileOf(profile: Collection["candidate"][number], { recruiters }: Names) {
  const { candidateId, name, locale, standing, source, answers, createdAt, stage, owner, ...more } =
    Info.parse(profile);
  const { leftAt: _, ...shown } = more;
  const known = { candidateId, name, locale, standing, source, answers, createdAt, stage, ...shown };
  return { ...known, ...(owner ? { owner: colleague(owner, recruiters) } : {}) };
}

/** What colleagues noted that mail heeds. */
function heededOf(gate: Gate.Info, { event }: Collection) {
  const { doNotContact, doNotContactReason: reason } = gate;
  const actOf = (type: string, at: string | undefined) => {
    const act = at ? event.find((one) => one.type === type && one.at === at) : undefined;
    return act && { actId: act.eventId, at: act.at };
  };
  const replied = actOf(Engagement.Replied.type, gate.repliedAt);
  const contacted = actOf(Events.Contacted.type, gate.contactedAt);
  return {
    ...(doNotContact ? { doNotContact: reason ? { reason } : {} } : {}),
    ...(replied ? { replied } : {}),
    ...(contacted ? { contacted } : {}),
  };
}

const tasksOf = ({ task }: Collection) =>
  task.flatMap((item) => (item.doneAt ? [] : [Task.viewOf(Task.Info.parse(item))])).sort(Task.bySoonest);

function ledgerOf({ consent }: Collection): LedgerEntry[] {
  return consent
    .map(({ consentId, purpose, state, at, method, wording, locale, ground, source, givenOn, place }) => ({
      ...{ consentId, purpose, state, at, method, wording, locale },
      ...(ground ? { ground } : {}),
      ...(source ? { source } : {}),
      ...(givenOn ? { givenOn } : {}),
      ...(place ? { place } : {}),
    }))
    .sort((a, b) => b.at.localeCompare(a.at));
}

/** On her own page the line also shows what machines did to her mails. */
function withMachines(line: Season.Line, { event }: Collection): Season.Line {
  const machines = event.filter(
    ({ data }) => (data as { verdict?: string } | undefined)?.verdict === "machine",
  );
  const days = new Set(machines.map(({ at }) => at.slice(0, 10)).filter((day) => day >= line.from));
  return { ...line, marks: [...line.marks, ...[...days].map((day) => ({ kind: "machine" as const, day }))] };
}

function nextOf({ enrolment }: Collection, { campaigns }: Names): Person["next"] {
  return enrolment
    .filter(({ endedAt }) => endedAt === undefined)
    .map(({ campaignId, stepId, dueAt, reason }) => ({
      campaignId,
      campaignName: campaigns.get(campaignId) ?? campaignId,
      ...(stepId ? { stepId } : {}),
      ...(dueAt ? { dueAt } : {}),
      reason: reason as Person["next"][number]["reason"],
    }));
}
