import { Actor } from "../actor.ts";
import { Events as Consent } from "../consent/events.ts";
import { Events as Engagement } from "../engagement/events.ts";
import { Moments as Way } from "../enrolment/events.ts";
import { stateNow } from "../message/owed.ts";
import { Events } from "./events.ts";
import type { Collection, Names } from "./person.ts";
import type { Moment } from "./views.ts";

/** Entries that are there for counting, or said better by another. */
const SILENT: ReadonlySet<string> = new Set([
  Engagement.First.type,
  Consent.Requested.type,
  Events.TakenBack.type,
  Events.LeftAsIs.type,
]);

/** Her timeline, newest first: events, mails, campaigns, notes and tasks, each one line. */
export function timeline(found: Collection, names: Names): Moment[] {
  return [
    ...events(found, names),
    ...messages(found, names),
    ...enrolments(found, names),
    ...notes(found, names),
    ...tasks(found, names),
  ].sort((a, b) => b.at.localeCompare(a.at));
}

function events({ event, message }: Collection, names: Names): Moment[] {
  const mails = new Map(message.map((mail) => [mail.messageId, mail]));
  const undone = new Set(
    event.flatMap(({ type, data }) => (type === Events.TakenBack.type ? [actIn(data)] : [])),
  );
  return event
    .filter(({ type, eventId }) => !SILENT.has(type) && !undone.has(eventId))
    .map(({ eventId, at, actor, type, messageId, data }) => ({
      id: eventId,
      at,
      type,
      who: whose(type, actor, data as Record<string, unknown>),
      ...byOf(actor, names),
      detail: { ...(data as Record<string, unknown>), ...about(mails.get(messageId ?? ""), names) },
    }));
}

const actIn = (data: unknown): string => String((data as { actId?: unknown } | undefined)?.actId);

/** The recruiter whom an actor's name in the log means. */
export const recruiterIn = (actor: string | undefined): string | undefined =>
  /^recruiter:(.+)$/.exec(actor ?? "")?.[1];

/** Which colleague it was, if one. */
function byOf(actor: string, { recruiters }: Names): { by?: string } {
  const id = recruiterIn(actor);
  return id ? { by: recruiters.get(id) ?? id } : {};
}

type Mail = Collection["message"][number];

/** Which mail it was: its class, and the template and campaign it came from. */
const about = (mail: Mail | undefined, { templates, campaigns }: Names) =>
  mail && {
    messageId: mail.messageId,
    class: mail.class,
    ...named("template", mail.templateId, templates),
    ...named("campaign", mail.campaignId, campaigns),
  };

/** What she did herself, whoever wrote it down. */
const HERS: ReadonlySet<string> = new Set(
  [
    [Events.Joined, Events.Left],
    Object.values(Consent),
    [Engagement.Opened, Engagement.Clicked, Engagement.Replied, Engagement.Complained],
  ].flatMap((events) => events.map(({ type }) => type)),
);

function whose(type: string, actor: string, data: Record<string, unknown> | undefined): Moment["who"] {
  if (data?.verdict === "machine") return "machine";
  if (HERS.has(type)) return "candidate";
  return actor.startsWith("recruiter:") ? "recruiter" : "we";
}

function messages({ message }: Collection, names: Names): Moment[] {
  return message.map((mail) => ({
    id: mail.messageId,
    at: mail.settledAt ?? mail.sendingAt ?? mail.claimedAt,
    who: "we" as const,
    type: `message.${stateNow(mail)}`,
    detail: {
      ...about(mail, names),
      reason: mail.reason,
      tracked: mail.tracked,
      ...(mail.consentId ? { consentId: mail.consentId } : {}),
      ...(mail.failure ? { failure: mail.failure } : {}),
    },
  }));
}

function enrolments({ enrolment }: Collection, { campaigns }: Names): Moment[] {
  return enrolment.flatMap(({ enrolmentId, campaignId, enteredAt, endedAt, end, reason }) => {
    const campaign = named("campaign", campaignId, campaigns);
    const entered = {
      id: enrolmentId,
      at: enteredAt,
      who: "we" as const,
      type: Way.Entered,
      detail: campaign,
    };
    if (!endedAt) return [entered];
    const detail = { ...campaign, end, reason };
    return [entered, { id: `${enrolmentId}-end`, at: endedAt, who: "we" as const, type: Way.Ended, detail }];
  });
}

function notes({ note }: Collection, names: Names): Moment[] {
  const acting = Actor.use();
  const me = acting.kind === "recruiter" ? acting.id : undefined;
  return note.map(({ noteId, at, text, recruiterId }) => ({
    id: noteId,
    at,
    who: "recruiter",
    ...byOf(`recruiter:${recruiterId}`, names),
    type: "note.written",
    detail: { noteId, text, mine: recruiterId === me },
  }));
}

function tasks({ task }: Collection, names: Names): Moment[] {
  return task.flatMap(({ taskId, kind, words, dueOn, campaignId, ...item }) => {
    const detail = { taskId, kind, words, dueOn, ...named("campaign", campaignId, names.campaigns) };
    const moment = (type: string, at: string, actor: string): Moment => ({
      id: `${taskId}-${type}`,
      at,
      who: recruiterIn(actor) ? "recruiter" : "we",
      ...byOf(actor, names),
      type,
      detail,
    });
    const set = moment("task.set", item.createdAt, item.actor);
    return item.doneAt ? [set, moment("task.done", item.doneAt, item.doneBy ?? "")] : [set];
  });
}

function named(noun: "campaign" | "template", id: string | undefined, names: ReadonlyMap<string, string>) {
  return id ? { [`${noun}Id`]: id, [`${noun}Name`]: names.get(id) ?? id } : {};
}
