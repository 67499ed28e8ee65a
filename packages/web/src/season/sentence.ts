import type { Line } from "@perennial/core/season/index.ts";
import { plainDay } from "../words/dates.ts";
import { capital, number } from "../words/numbers.ts";

type Kind = Line["marks"][number]["kind"];

/** What the line shows, in words: its text alternative. */
export function seasonSentence(line: Line): string {
  const facts = [
    told(line, "joined", (n, last) => (n === 1 ? `joined on ${last}` : `joined ${n} times, last on ${last}`)),
    told(line, "clicked", onDays("clicked")),
    told(line, "replied", onDays("replied")),
    told(line, "sent", onDays("mailed")),
  ].filter((fact) => fact !== undefined);
  const story = facts.length > 0 ? capital(facts.join("; ")) : "Nothing happened in these months";
  return `${story}. ${permissionSentence(line)}`;
}

const onDays = (act: string) => (n: number, last: string) =>
  n === 1 ? `${act} on ${last}` : `${act} on ${number(n)} days, last on ${last}`;

function told(line: Line, kind: Kind, words: (n: number, last: string) => string): string | undefined {
  const days = line.marks.filter((mark) => mark.kind === kind).map(({ day }) => day);
  const last = days.toSorted().at(-1);
  return last === undefined ? undefined : words(days.length, plainDay(last));
}

function permissionSentence({ permission, today }: Line): string {
  if (!permission) return "No permission to write.";
  if (permission.state === "pending") return "Permission asked for, not confirmed.";
  if (!permission.until) return `Permission to write since ${plainDay(permission.from)}.`;
  return `Permission to write ${permission.until < today ? "ended on" : "until"} ${plainDay(permission.until)}.`;
}

const MARK: Record<Kind, string> = {
  joined: "joined",
  clicked: "clicked",
  replied: "replied",
  sent: "we sent a mail",
  machine: "machine activity",
};

/** One mark in words: `22 Nov 2026: clicked`. */
export const markSentence = ({ kind, day }: { kind: Kind; day: string }) => `${plainDay(day)}: ${MARK[kind]}`;
