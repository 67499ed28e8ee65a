import * as z from "zod";
import { Actor } from "../actor.ts";
import { AppError } from "../error.ts";
import { fn } from "../fn.ts";
import { Gate } from "../gate/index.ts";
import { Id } from "../id.ts";
import { Season } from "../season/index.ts";
import { service } from "../service.ts";
import { mayWrite } from "./may-write.ts";
import { timeline } from "./timeline.ts";
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
}

/** Who knows those names: nouns that know this one, so that they are handed in. */
export type Naming = { readonly [Noun in keyof Names]: (ids: readonly string[]) => Promise<Names[Noun]> };

/** One person as her page shows her. */
export const person = (naming: Naming) =>
  fn(z.strictObject({ candidateId: Id("cnd") }), async ({ candidateId }): Promise<Person> => {
    Actor.assert("people.read");
    const found = await collect(candidateId);
    const [profile] = found.candidate;
    if (!profile)
      throw new AppError("missing", "candidate.missing", "There is nobody here. She may have been erased.");
    const gate = found.gate[0] ? Gate.Info.parse(found.gate[0]) : undefined;
    const names = await namesIn(found, naming);
    return {
      ...pick(profile),
      addresses: found.address.map(({ raw, primary, confirmedAt }) => ({
        raw,
        primary,
        ...(confirmedAt ? { confirmedAt } : {}),
      })),
      mayWrite: mayWrite(gate),
      ledger: ledgerOf(found),
      season: withMachines(Season.line(gate?.marks ?? [], gate?.permissions.job_news), found),
      timeline: timeline(found, names),
      next: nextOf(found, names),
    };
  });

async function namesIn({ message, enrolment }: Collection, naming: Naming): Promise<Names> {
  const mentioned = [...message, ...enrolment].flatMap(({ campaignId }) => campaignId ?? []);
  const written = message.flatMap(({ templateId }) => templateId ?? []);
  const [campaigns, templates] = await Promise.all([naming.campaigns(mentioned), naming.templates(written)]);
  return { campaigns, templates };
}

function pick(profile: Collection["candidate"][number]) {
  const { candidateId, name, locale, standing, source, answers, createdAt, joinedAt } = profile;
  const known = {
    candidateId,
    name,
    locale,
    standing,
    source,
    createdAt,
    answers: answers as Record<string, string>,
  };
  return { ...known, ...(joinedAt ? { joinedAt } : {}) };
}

function ledgerOf({ consent }: Collection): LedgerEntry[] {
  return consent
    .map(({ consentId, purpose, state, at, method, wording, locale }) => ({
      consentId,
      purpose,
      state,
      at,
      method,
      wording,
      locale,
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
