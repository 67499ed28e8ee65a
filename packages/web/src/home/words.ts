import type { Home } from "@perennial/core/home/home.view.ts";
import { when } from "../words/dates.ts";
import { capital, peopleInWords } from "../words/numbers.ts";

type Warm = Home["warm"][number];
type Run = Home["running"][number];

/** The sentence under the date: who stirred, and what leaves next. */
export function homeSentence({
  warmSinceYesterday,
  running,
}: Pick<Home, "warmSinceYesterday" | "running">): string {
  const stirred =
    warmSinceYesterday === 0
      ? "Nobody joined or clicked since yesterday."
      : `${capital(peopleInWords(warmSinceYesterday))} joined or clicked since yesterday.`;
  const next = running.flatMap(({ wakeAt, active }) => (wakeAt && active > 0 ? [wakeAt] : [])).toSorted()[0];
  return next ? `${stirred} The next mails leave ${when(next)}.` : stirred;
}

/** What somebody did, in plain words. */
export function warmWords({ type, link }: Pick<Warm, "type" | "link">): string {
  if (type === "candidate.joined") return "joined the talent community";
  return link ? `clicked ${readable(link)}` : "clicked a link";
}

/** A link as one would say it: no scheme, no trailing slash. */
export const readable = (link: string) => link.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "");

/** What comes next in a running campaign; its health only where it is not well. */
export function nextWords({ state, active, wakeAt }: Pick<Run, "state" | "active" | "wakeAt">): string {
  if (state === "failed") return "failed: open to see why";
  if (state === "paused") return "paused";
  if (active === 0) return "waits for people to join";
  const who = peopleInWords(active);
  return wakeAt ? `next: ${who}, ${when(wakeAt)}` : `${who} on the way now`;
}

/** The head count of the last days, oldest first, walked back from today's. */
export function peopleByDay({ people, days }: Pick<Home["figures"], "people" | "days">): number[] {
  return days.map((_, index) =>
    days.slice(index + 1).reduce((count, { joined, left }) => count - joined + left, people),
  );
}
