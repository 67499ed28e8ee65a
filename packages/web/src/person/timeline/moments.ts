import type { Moment } from "@perennial/core/candidate/views.ts";
import { readable } from "../../home/words.ts";
import { STAGES } from "../../words/stages.ts";

type Detail = Moment["detail"];
export type Topic = "mail" | "talk" | "note" | "consent" | "other";
export type Glyph = "joined" | "clicked" | "replied" | "sent" | "machine" | "permission" | "note" | "dot";

interface Wording {
  readonly topic: Topic;
  readonly glyph: Glyph;
  readonly words: string | ((detail: Detail) => string);
  /** What somebody wrote, under the line. */
  readonly text?: (detail: Detail) => string | undefined;
}

const text = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;
const quoted = (value: unknown) => (text(value) ? ` “${text(value)}”` : "");
const campaign = ({ campaignName }: Detail) => quoted(campaignName);
const mail = ({ templateName, campaignName, class: kind }: Detail) =>
  text(templateName) ? `“${templateName}”` : (KINDS[text(kind) ?? ""] ?? `a mail${quoted(campaignName)}`);
const KINDS: Readonly<Record<string, string>> = {
  confirmation: "the mail that asks to confirm",
  privacy: "the answer to a privacy request",
};

const PURPOSES: Readonly<Record<string, string>> = {
  job_news: "job news",
  tracking: "tracking of opens and clicks",
};
const purpose = ({ purpose: one, purposes }: Detail) =>
  [one, ...(Array.isArray(purposes) ? purposes : [])]
    .flatMap((name) => text(name) ?? [])
    .map((name) => PURPOSES[name] ?? name)
    .join(" and ") || "job news";

const WORDINGS: Readonly<Record<string, Wording>> = {
  "candidate.joined": { topic: "other", glyph: "joined", words: "Joined the talent community" },
  "candidate.added": { topic: "other", glyph: "dot", words: "Added by an import" },
  "candidate.changed": { topic: "other", glyph: "dot", words: changed },
  "candidate.contacted": { topic: "talk", glyph: "dot", words: "We talked" },
  "candidate.do_not_contact": {
    topic: "consent",
    glyph: "permission",
    words: ({ on }) => (on === false ? "May be written to again" : "Nobody writes to them any more"),
  },
  "candidate.left": { topic: "other", glyph: "dot", words: "Left the talent community" },
  "candidate.suppressed": {
    topic: "consent",
    glyph: "permission",
    words: ({ reason }) => `The address was put on the stop list: ${text(reason) ?? "reason not kept"}`,
  },
  "consent.requested": {
    topic: "consent",
    glyph: "permission",
    words: (detail) => `Asked for ${purpose(detail)}`,
  },
  "consent.granted": {
    topic: "consent",
    glyph: "permission",
    words: (detail) => `Allowed ${purpose(detail)}`,
  },
  "consent.withdrawn": {
    topic: "consent",
    glyph: "permission",
    words: (detail) => `Withdrew ${purpose(detail)}`,
  },
  "engagement.clicked": {
    topic: "mail",
    glyph: "clicked",
    words: ({ link }) => `Clicked ${text(link) ? readable(String(link)) : "a link"}`,
  },
  "engagement.opened": { topic: "mail", glyph: "dot", words: (detail) => `Opened ${mail(detail)}` },
  "engagement.replied": { topic: "talk", glyph: "replied", words: "Replied" },
  "engagement.delivered": {
    topic: "mail",
    glyph: "dot",
    words: (detail) => `${subject(mail(detail))} was delivered`,
  },
  "engagement.bounced": {
    topic: "mail",
    glyph: "dot",
    words: (detail) => `${subject(mail(detail))} came back`,
  },
  "engagement.complained": {
    topic: "mail",
    glyph: "dot",
    words: (detail) => `Marked ${mail(detail)} as spam`,
  },
  "message.claimed": {
    topic: "mail",
    glyph: "sent",
    words: (detail) => `${subject(mail(detail))} is about to be sent`,
  },
  "message.sending": {
    topic: "mail",
    glyph: "sent",
    words: (detail) => `${subject(mail(detail))} is being sent`,
  },
  "message.accepted": { topic: "mail", glyph: "sent", words: (detail) => `We sent ${mail(detail)}` },
  "message.rejected": {
    topic: "mail",
    glyph: "sent",
    words: (detail) => `${subject(mail(detail))} was refused by the mail service`,
  },
  "message.unknown": {
    topic: "mail",
    glyph: "sent",
    words: (detail) => `Whether ${mail(detail)} left is not known`,
  },
  "message.dropped": {
    topic: "mail",
    glyph: "dot",
    words: (detail) => `${subject(mail(detail))} was stopped before it left`,
  },
  "note.written": { topic: "note", glyph: "note", words: "Note", text: ({ text: body }) => text(body) },
  "task.set": { topic: "note", glyph: "note", words: ({ words }) => `Task: ${text(words) ?? ""}` },
  "task.done": { topic: "note", glyph: "note", words: ({ words }) => `Done: ${text(words) ?? ""}` },
  "enrolment.entered": {
    topic: "other",
    glyph: "dot",
    words: (detail) => `Entered the campaign${campaign(detail)}`,
  },
  "enrolment.ended": { topic: "other", glyph: "dot", words: ended },
};

const FIELDS: Readonly<Record<string, string>> = {
  experienceYears: "experience",
  openFrom: "open to move",
  locale: "language",
  owner: "who looks after them",
  link: "profile page",
};

function changed({ fields, stage }: Detail): string {
  const to = typeof stage === "object" && stage !== null && "to" in stage ? String(stage.to) : undefined;
  if (to !== undefined) return `Moved to “${new Map(Object.entries(STAGES)).get(to) ?? to}”`;
  const names = Array.isArray(fields) ? fields.map((field) => FIELDS[String(field)] ?? String(field)) : [];
  return `Changed: ${names.join(", ")}`;
}

const subject = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

function ended(detail: Detail): string {
  const how = text(detail.end) ?? "";
  if (how === "finished") return `Finished the campaign${campaign(detail)}`;
  const why = how.replace("stopped.", "");
  return `Left the campaign${campaign(detail)}${why ? `: ${why}` : ""}`;
}

/** One line of the timeline in words; a type nobody has worded yet is shown by its name rather than hidden. */
export function momentWords({ type, who, detail }: Pick<Moment, "type" | "who" | "detail">) {
  const wording: Wording = WORDINGS[type] ?? {
    topic: "other",
    glyph: "dot",
    words: subject(type.replace(/[._]/g, " ")),
  };
  const { topic, words, glyph, text: body } = wording;
  const sentence = typeof words === "string" ? words : words(detail);
  if (who === "machine")
    return { topic, glyph: "machine" as const, sentence: `${sentence} (a machine, not the person)` };
  return { topic, glyph, sentence, text: body?.(detail) };
}
