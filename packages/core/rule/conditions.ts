import type { Facts, Happenings } from "../facts/facts.schema.ts";
import { fold } from "./fold.ts";
import type { Condition, Truth } from "./rule.schema.ts";
import { read } from "./values.ts";

type Of<K extends Condition["kind"]> = Extract<Condition, { kind: K }>;
/** One condition made ready: texts folded, sets built. */
export type Test = (facts: Facts, happenings: Happenings | undefined, now: Date) => Truth;

const DAY_MS = 86_400_000;

export function text({ fact, op, value }: Of<"text">): Test {
  const wanted = fold(value);
  const holds = { is: sameAs, contains, starts_with: startsWith }[op](wanted);
  return (facts) => {
    const known = facts[fact];
    return known === undefined ? undefined : holds(fold(known));
  };
}

const sameAs = (wanted: string) => (known: string) => known === wanted;
const contains = (wanted: string) => (known: string) => known.includes(wanted);
const startsWith = (wanted: string) => (known: string) => known.startsWith(wanted);

export function set({ fact, op, values }: Of<"set">): Test {
  const wanted = new Set(values.map(fold));
  const isWanted = (value: string) => wanted.has(fold(value));
  return (facts, _, now) => {
    const known = read(facts, fact, now);
    if (known === undefined) return undefined;
    if (op === "any_of") return known.some(isWanted);
    if (op === "none_of") return !known.some(isWanted);
    const folded = new Set(known.map(fold));
    return [...wanted].every((value) => folded.has(value));
  };
}

export function number({ fact, op, value, to = value }: Of<"number">): Test {
  const [from, until] = op === "at_most" ? [-Infinity, value] : [value, op === "between" ? to : Infinity];
  return (facts) => {
    const known = facts[fact];
    return known === undefined ? undefined : known >= from && known <= until;
  };
}

/** Days are those of UTC. A fact that is a day counts as a whole day, one that is an instant to the millisecond. */
export function date({ fact, op, days = 0, day = "" }: Of<"date">): Test {
  return (facts, _, now) => {
    const known = facts[fact];
    if (known === undefined) return undefined;
    if (op === "before") return known.slice(0, 10) < day;
    if (op === "after") return known.slice(0, 10) > day;
    const within = op === "within_next" ? isWithin(known, now, 0, days) : isWithin(known, now, -days, 0);
    return op === "not_within_last" ? !within : within;
  };
}

/** Whether an instant or a day lies so many days from now, both ends included. */
function isWithin(known: string, now: Date, from: number, to: number): boolean {
  const isDay = known.length === 10;
  const here = isDay ? Date.parse(now.toISOString().slice(0, 10)) : now.getTime();
  const there = Date.parse(known);
  return there >= here + from * DAY_MS && there <= here + to * DAY_MS;
}

export function happened({ what, days, stepId }: Of<"happened">): Test {
  return (_, happenings, now) => {
    if (!happenings) return undefined;
    if (stepId !== undefined) return ofStep(what, stepId, days, happenings, now);
    const at = happenings[what];
    if (at !== undefined && isRecent(at, days, now)) return true;
    return what === "clicked" && !happenings.tracked ? undefined : false;
  };
}

/** The same of one mail of the campaign a branch stands in. What was not sent cannot have been clicked. */
function ofStep(
  what: Of<"happened">["what"],
  stepId: string,
  days: number | undefined,
  { steps, ...happenings }: Happenings,
  now: Date,
): Truth {
  if (!steps) return undefined;
  const mail = steps[stepId];
  if (!mail) return false;
  const isOpen = mail.unknown && !mail.clickedAt;
  if (what === "mailed") return isOpen ? undefined : isRecent(mail.at, days, now);
  if (what === "clicked") {
    if (mail.clickedAt && isRecent(mail.clickedAt, days, now)) return true;
    return mail.tracked && !isOpen ? false : undefined;
  }
  const since = happenings[what];
  return since !== undefined && since >= mail.at && isRecent(since, days, now);
}

const isRecent = (at: string, days: number | undefined, now: Date) =>
  days === undefined || Date.parse(at) >= now.getTime() - days * DAY_MS;

export function known({ fact }: Of<"known">): Test {
  return (facts) => {
    const value = facts[fact as keyof Facts];
    return Array.isArray(value) ? value.length > 0 : value !== undefined;
  };
}
