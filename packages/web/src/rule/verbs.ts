import { DATE, FACTS, HAPPENED, SET, TEXT } from "@perennial/core/rule/clauses.ts";
import type { Condition, Rule } from "@perennial/core/rule/rule.schema.ts";

/** One way to ask about a fact: the words up to the value, and the rule it makes of the one that stands there. */
export interface Verb {
  readonly words: string;
  readonly make: (from: Condition) => Rule;
}

type Of<K extends Condition["kind"]> = Extract<Condition, { kind: K }>;
type SetFact = Of<"set">["fact"];
type TextFact = Of<"text">["fact"];
type DateFact = Of<"date">["fact"];

/** Facts that everybody has, so that nobody asks whether they are known. */
const ALWAYS: ReadonlySet<string> = new Set([
  "name",
  "stage",
  "standing",
  "source",
  "locale",
  "permission",
  "createdAt",
  "tags",
]);
const LISTS: ReadonlySet<string> = new Set(["tags", "skills", "interests"]);
/** Dates that lie ahead. */
const AHEAD: ReadonlySet<string> = new Set(["openFrom", "permissionUntil"]);

const not = (rule: Condition): Rule => ({ kind: "not", rule });

/** The condition in a line, and whether the line says it does not hold. */
export function conditionOf(
  line: Rule,
): { readonly condition: Condition; readonly negated: boolean } | undefined {
  if (line.kind === "not") {
    const inner = conditionOf(line.rule);
    return inner && { condition: inner.condition, negated: !inner.negated };
  }
  return "rules" in line ? undefined : { condition: line, negated: false };
}

/** Every way to ask about the fact of a condition. */
export function verbsOf(condition: Condition): readonly Verb[] {
  if (condition.kind === "happened") return happened(condition);
  return [...asking(condition.fact, condition.kind), ...known(condition.fact)];
}

/** Which of its verbs a line says; -1 when it says something that none of them can. */
export function verbAt(verbs: readonly Verb[], line: Rule, condition: Condition): number {
  const wanted = shape(line);
  return verbs.findIndex((verb) => shape(verb.make(condition)) === wanted);
}

/** What two lines with the same verb have in common. */
function shape(rule: Rule): string {
  if (rule.kind === "not") return `not ${shape(rule.rule)}`;
  if (rule.kind === "happened") return `${rule.what} ${rule.days === undefined ? "ever" : "lately"}`;
  return "op" in rule ? `${rule.kind} ${rule.op}` : rule.kind;
}

function asking(fact: Of<"known">["fact"], kind: Condition["kind"]): readonly Verb[] {
  if (fact in SET && kind !== "text") return set(fact as SetFact);
  if (fact in DATE) return date(fact as DateFact);
  if (fact === "experienceYears") return number();
  return text(fact as TextFact);
}

function set(fact: SetFact): readonly Verb[] {
  const [does, doesNot] = SET[fact];
  const make = (op: Of<"set">["op"]) => (from: Condition) =>
    ({ kind: "set", fact, op, values: from.kind === "set" ? from.values : [] }) as const;
  return [
    { words: does, make: make("any_of") },
    ...(LISTS.has(fact) ? [{ words: `${does} all of`, make: make("all_of") }] : []),
    { words: doesNot, make: make("none_of") },
  ];
}

function text(fact: TextFact): readonly Verb[] {
  const make = (op: Of<"text">["op"]) => (from: Condition) =>
    ({ kind: "text", fact, op, value: from.kind === "text" ? from.value : "" }) as const;
  return (["contains", "is", "starts_with"] as const).flatMap((op) => [
    { words: `whose ${FACTS[fact]} ${TEXT[op][0]}`, make: make(op) },
    { words: `whose ${FACTS[fact]} ${TEXT[op][1]}`, make: (from: Condition) => not(make(op)(from)) },
  ]);
}

function number(): readonly Verb[] {
  const make = (op: Of<"number">["op"]) => (from: Condition) => {
    const { value, to } = from.kind === "number" ? from : { value: 3 };
    const more = op === "between" ? { to: Math.max(to ?? value + 2, value) } : {};
    return { kind: "number", fact: "experienceYears", op, value, ...more } as const;
  };
  return [
    { words: "who have at least", make: make("at_least") },
    { words: "who have at most", make: make("at_most") },
    { words: "who have between", make: make("between") },
  ];
}

function date(fact: DateFact): readonly Verb[] {
  const [does, doesNot] = DATE[fact];
  const make = (op: Of<"date">["op"]) => (from: Condition) => {
    const { days = 30, day } = from.kind === "date" ? from : {};
    const isDay = op === "before" || op === "after";
    return { kind: "date", fact, op, ...(isDay ? (day ? { day } : {}) : { days }) } as const;
  };
  return [
    ...(AHEAD.has(fact) ? [{ words: `${does} in the next`, make: make("within_next") }] : []),
    { words: `${does} in the last`, make: make("within_last") },
    { words: `${doesNot} in the last`, make: make("not_within_last") },
    { words: `${does} before`, make: make("before") },
    { words: `${does} after`, make: make("after") },
  ];
}

function happened({ what, stepId }: Of<"happened">): readonly Verb[] {
  const [did, didNot, never] = HAPPENED[what];
  const step = stepId === undefined ? {} : { stepId };
  const lately = (from: Condition) =>
    ({ kind: "happened", what, ...step, days: from.kind === "happened" ? (from.days ?? 90) : 90 }) as const;
  const ever = () => ({ kind: "happened", what, ...step }) as const;
  return [
    { words: `${did} in the last`, make: lately },
    { words: `${didNot} in the last`, make: (from) => not(lately(from)) },
    { words: `${did} at any time`, make: ever },
    { words: never, make: () => not(ever()) },
  ];
}

function known(fact: Of<"known">["fact"]): readonly Verb[] {
  if (ALWAYS.has(fact)) return [];
  const rule = { kind: "known", fact } as const;
  return [
    { words: `whose ${FACTS[fact]} is known`, make: () => rule },
    { words: `whose ${FACTS[fact]} is not known`, make: () => not(rule) },
  ];
}
