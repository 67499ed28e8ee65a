import type { Home, Need } from "@perennial/core/home/home.view.ts";
import { plainDay, when } from "../words/dates.ts";
import { capital, number, peopleInWords } from "../words/numbers.ts";

type Warm = Home["warm"][number];
type Run = Home["running"][number];

/** The sentence under the date: who stirred, and what leaves next. */
export function homeSentence({
  warmSinceYesterday,
  next,
}: Pick<Home, "warmSinceYesterday" | "next">): string {
  const stirred = `${whoStirred(warmSinceYesterday)} joined, wrote or clicked since yesterday.`;
  if (!next) return stirred;
  const mails = next.mails === 1 ? "One mail leaves" : `${number(next.mails)} mails leave`;
  return `${stirred} ${mails} ${when(next.at)}.`;
}

function whoStirred({ people, more }: Home["warmSinceYesterday"]): string {
  if (more) return `More than ${peopleInWords(people)}`;
  return people === 0 ? "Nobody" : capital(peopleInWords(people));
}

/** What somebody did, in plain words. */
export function warmWords({ type, link }: Pick<Warm, "type" | "link">): string {
  switch (type) {
    case "candidate.joined":
      return "joined the talent community";
    case "engagement.replied":
      return "replied";
    case "engagement.clicked":
      return link ? `clicked ${readable(link)}` : "clicked a link";
  }
}

/** `AL` for Ana Lopez: the first letters of the first and the last name. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word = "") => [...word].slice(0, 1).join("").toLocaleUpperCase()).join("");
}

/** A link as one would say it: no scheme, no trailing slash. */
export const readable = (link: string) => link.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "");

/** What comes next in a running campaign; its health only where it is not well. */
export function nextWords({
  state,
  active,
  wakeAt,
  next,
}: Pick<Run, "state" | "active" | "wakeAt" | "next">): string {
  if (state === "failed") return "failed: open to see why";
  if (state === "paused") return "paused";
  if (active === 0) return "waits for people to join";
  if (next) return `next: ${peopleInWords(next.people)}, ${when(next.at)}`;
  const who = peopleInWords(active);
  return wakeAt ? `next: ${who}, ${when(wakeAt)}` : `${who} on the way now`;
}

/** What waits, as one would say it to a colleague. */
export function needWords(need: Need): string {
  switch (need.kind) {
    case "task":
      return `${need.words}: ${need.name}, by ${dateOf(need.dueOn)}`;
    case "notice":
      return `${need.words}: ${need.name}`;
    case "import":
      return `${number(need.rejected)} ${need.rejected === 1 ? "row" : "rows"} of ${need.fileName} could not be read`;
    case "permission.ending":
      return `${capital(peopleInWords(need.people))} may be written to for less than a month, the first until ${dateOf(need.first)}`;
    case "campaign.failed":
      return `${need.name} stopped with a fault`;
    case "campaign.held":
      return `${need.name} is held${need.until ? `, next try ${when(need.until)}` : ""}`;
  }
}

const dateOf = (day: string) => plainDay(day.slice(0, 10));
