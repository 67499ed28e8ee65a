import type { Facts, Happenings } from "../facts/facts.schema.ts";
import * as Rule from "../rule/index.ts";
import type { Rule as RuleInfo, Truth } from "../rule/rule.schema.ts";

type Predicate = ReturnType<typeof Rule.compile>;

/** Rules come with a journey that is read once and asked for many people. */
const compiled = new WeakMap<RuleInfo, Predicate>();

/** Whether a branch's rule holds of her: yes, no, or not known. */
export function truth(rule: RuleInfo, facts: Facts, happenings: Happenings | undefined, now: Date): Truth {
  const predicate = compiled.get(rule) ?? Rule.compile(rule);
  compiled.set(rule, predicate);
  return predicate(facts, happenings, now);
}
