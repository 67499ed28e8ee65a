import type { Condition } from "./rule.schema.ts";

type Of<K extends Condition["kind"]> = Extract<Condition, { kind: K }>;

/** How a value of a fact is called. */
export type Label = (fact: string, value: string) => string;

const countries = new Intl.DisplayNames("en", { type: "region", fallback: "code" });
const languages = new Intl.DisplayNames("en", { type: "language", fallback: "code" });

/** The name of a value that needs nobody to ask: countries and languages by theirs, codes with spaces. */
export const plainLabel: Label = (fact, value) => {
  if (fact === "country" && /^[A-Za-z]{2}$/.test(value)) return countries.of(value.toUpperCase()) ?? value;
  if (fact === "locale" && /^[a-z]{2}$/.test(value)) return languages.of(value) ?? value;
  return fact === "stage" || fact === "standing" || fact === "permission"
    ? value.replaceAll("_", " ")
    : value;
};

/** One condition, or its opposite, as a clause: "who live in Leipzig or Berlin". */
export function clause(condition: Condition, negated: boolean, label: Label): string {
  switch (condition.kind) {
    case "text":
      return text(condition, negated);
    case "set":
      return set(condition, negated, label);
    case "number":
      return number(condition, negated);
    case "date":
      return date(condition, negated);
    case "happened":
      return happened(condition, negated);
    case "known":
      return `whose ${FACTS[condition.fact]} is ${negated ? "not " : ""}known`;
  }
}

/** What a fact is called within a sentence. */
export const FACTS: Readonly<Record<Of<"known">["fact"], string>> = {
  name: "name",
  title: "title",
  company: "company",
  city: "city",
  tags: "tags",
  skills: "skills",
  interests: "interests",
  country: "country",
  stage: "stage",
  standing: "standing",
  source: "source",
  owner: "owner",
  locale: "language",
  permission: "permission",
  experienceYears: "experience",
  createdAt: "first day here",
  joinedAt: "day of joining",
  openFrom: "earliest move",
  permissionUntil: "end of permission",
};

export const TEXT = {
  is: ["is", "is not"],
  contains: ["contains", "does not contain"],
  starts_with: ["begins with", "does not begin with"],
} as const;

const text = ({ fact, op, value }: Of<"text">, negated: boolean) =>
  `whose ${FACTS[fact]} ${TEXT[op][negated ? 1 : 0]} “${value}”`;

/** Said of somebody whom it is true of, and of whom it is not. */
export const SET: Readonly<Record<Of<"set">["fact"], readonly [string, string]>> = {
  tags: ["who are tagged", "who are not tagged"],
  skills: ["who have the skill", "who do not have the skill"],
  interests: ["who are interested in", "who are not interested in"],
  country: ["who live in", "who do not live in"],
  city: ["who live in", "who do not live in"],
  stage: ["who are at the stage", "who are not at the stage"],
  standing: ["who are here as", "who are not here as"],
  source: ["who came by", "who did not come by"],
  owner: ["who are looked after by", "who are not looked after by"],
  locale: ["who read", "who do not read"],
  permission: ["whose permission is", "whose permission is not"],
};

function set({ fact, op, values }: Of<"set">, negated: boolean, label: Label): string {
  const not = (op === "none_of") !== negated;
  const named = values.map((value) => label(fact, value));
  return `${SET[fact][not ? 1 : 0]} ${named.join(op === "all_of" ? " and " : " or ")}`;
}

function number({ op, value, to }: Of<"number">, negated: boolean): string {
  const most = op === "between" ? to : value;
  const years = `${most} ${most === 1 ? "year" : "years"} of experience`;
  if (op === "between") return `who ${negated ? "do not have" : "have"} ${value} to ${years}`;
  if (op === "at_least") return `who have ${negated ? "less than" : "at least"} ${years}`;
  return `who have ${negated ? "more than" : "at most"} ${years}`;
}

export const DATE: Readonly<Record<Of<"date">["fact"], readonly [string, string]>> = {
  createdAt: ["who were added", "who were not added"],
  joinedAt: ["who joined", "who did not join"],
  openFrom: ["whose earliest move is", "whose earliest move is not"],
  permissionUntil: ["whose permission ends", "whose permission does not end"],
};

function date({ fact, op, days = 0, day = "" }: Of<"date">, negated: boolean): string {
  const not = (op === "not_within_last") !== negated;
  return `${DATE[fact][not ? 1 : 0]} ${timed(op, days, day)}`;
}

function timed(op: Of<"date">["op"], days: number, day: string): string {
  if (op === "before" || op === "after") return `${op} ${written(day)}`;
  return `in the ${op === "within_next" ? "next" : "last"} ${spanned(days)}`;
}

const spanned = (days: number) => (days === 1 ? "day" : `${days} days`);

const written = (day: string) =>
  new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(day));

/** It happened, it did not lately, it never did. */
export const HAPPENED: Readonly<Record<Of<"happened">["what"], readonly [string, string, string]>> = {
  mailed: ["who were written to", "who were not written to", "who were never written to"],
  clicked: ["who clicked", "who did not click", "who never clicked"],
  replied: ["who replied", "who did not reply", "who never replied"],
  contacted: ["who were talked to", "who were not talked to", "who were never talked to"],
};

function happened({ what, days, stepId }: Of<"happened">, negated: boolean): string {
  const [did, didNot, never] = HAPPENED[what];
  const when = days === undefined ? "" : ` in the last ${spanned(days)}`;
  if (stepId !== undefined)
    return `${negated ? didNot : did} ${what === "clicked" ? "in" : "since"} the earlier mail${when}`;
  if (days === undefined) return negated ? never : `${did} at any time`;
  return `${negated ? didNot : did}${when}`;
}
