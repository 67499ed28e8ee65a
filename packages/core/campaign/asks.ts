import { Rule } from "../rule/index.ts";
import type { Happening, Rule as RuleInfo } from "../rule/rule.schema.ts";

/** Whether a rule asks for this happening: when it comes about, somebody may match who did not before. */
export function asks(rule: RuleInfo, what: Happening): boolean {
  if (rule.kind === "all" || rule.kind === "any") return rule.rules.some((one) => asks(one, what));
  if (rule.kind === "not") return asks(rule.rule, what);
  return rule.kind === "happened" && rule.what === what;
}

/**
 * Whether somebody may come to match a rule while no fact of hers changes: days pass ("not contacted in 90 days"), a permission runs
 * out, or what had happened is taken back.
 */
export const ripens = (rule: RuleInfo): boolean => Rule.needsHappenings(rule) || countsDays(rule);

function countsDays(rule: RuleInfo): boolean {
  if (rule.kind === "all" || rule.kind === "any") return rule.rules.some(countsDays);
  if (rule.kind === "not") return countsDays(rule.rule);
  if (rule.kind === "date") return rule.days !== undefined;
  return rule.kind === "set" && rule.fact === "permission";
}
