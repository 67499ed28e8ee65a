import type { Facts, Happenings } from "../../../packages/core/facts/facts.schema.ts";
import type { Condition, Rule, Truth } from "../../../packages/core/rule/rule.schema.ts";
import { now } from "./rules.ts";

const DAY = 86_400_000;

/** What a rule means, read slowly: three values as numbers, 0 for no, 1 for not known, 2 for yes. */
export function truth(rule: Rule, facts: Facts, happened: Happenings | undefined): Truth {
  return [false, undefined, true][degree(rule, facts, happened)];
}

function degree(rule: Rule, facts: Facts, happened: Happenings | undefined): number {
  if (rule.kind === "not") return 2 - degree(rule.rule, facts, happened);
  if (rule.kind === "all") return Math.min(2, ...rule.rules.map((one) => degree(one, facts, happened)));
  if (rule.kind === "any") return Math.max(0, ...rule.rules.map((one) => degree(one, facts, happened)));
  const holds = condition(rule as Condition, facts, happened);
  return holds === undefined ? 1 : holds ? 2 : 0;
}

const plain = (text: string) =>
  text.replace("ß", "ss").toLowerCase().replace("ü", "u").split(" ").filter(Boolean).join(" ");

function condition(one: Condition, facts: Facts, happened: Happenings | undefined): Truth {
  if (one.kind === "happened") return didHappen(one, happened);
  if (one.kind === "known")
    return valuesOf(facts, one.fact)?.length !== 0 && valuesOf(facts, one.fact) !== undefined;
  const values = valuesOf(facts, one.fact);
  const isOurs = one.fact === "tags" || one.fact === "owner";
  if (!isOurs && (values === undefined || values.length === 0)) return undefined;
  const [first = ""] = values ?? [];
  if (one.kind === "set") {
    const has = one.values.map(plain).map((value) => (values ?? []).map(plain).includes(value));
    if (one.op === "any_of") return has.includes(true);
    return one.op === "all_of" ? !has.includes(false) : !has.includes(true);
  }
  if (one.kind === "text") return textHolds(one.op, plain(first), plain(one.value));
  if (one.kind === "number") {
    const years = Number(first);
    if (one.op === "between") return one.value <= years && years <= (one.to ?? 0);
    return one.op === "at_least" ? years >= one.value : years <= one.value;
  }
  return dateHolds(one, first);
}

function valuesOf(facts: Facts, fact: string): string[] | undefined {
  const expired =
    facts.permission === "granted" && facts.permissionUntil && new Date(facts.permissionUntil) <= now;
  if (fact === "permission") return [expired ? "expired" : facts.permission];
  const value = (facts as unknown as Record<string, unknown>)[fact];
  return value === undefined ? undefined : [value].flat().map(String);
}

const textHolds = (op: string, text: string, value: string) =>
  op === "is" ? text === value : op === "contains" ? text.includes(value) : text.indexOf(value) === 0;

function dateHolds({ op, days = 0, day = "" }: Extract<Condition, { kind: "date" }>, known: string): boolean {
  if (op === "before") return Date.parse(known.slice(0, 10)) < Date.parse(day);
  if (op === "after") return Date.parse(known.slice(0, 10)) > Date.parse(day);
  const today = known.length === 10 ? now.toISOString().slice(0, 10) : now;
  const ago = (new Date(today).getTime() - Date.parse(known)) / DAY;
  if (op === "within_next") return ago <= 0 && ago >= -days;
  return (ago >= 0 && ago <= days) === (op === "within_last");
}

function didHappen(
  { what, days }: Extract<Condition, { kind: "happened" }>,
  happened: Happenings | undefined,
): Truth {
  if (!happened) return undefined;
  const at = happened[what];
  if (at && (!days || now.getTime() - Date.parse(at) <= days * DAY)) return true;
  return what === "clicked" && !happened.tracked ? undefined : false;
}
