import type { Rule } from "./rule.schema.ts";

/**
 * The same rule, true of the same people, as it is easiest to say: `not` only at conditions (De Morgan holds for three values too), no
 * group of one, no group in a group of its own kind.
 */
export function simplify(rule: Rule): Rule {
  return plain(rule, false);
}

function plain(rule: Rule, negated: boolean): Rule {
  if (rule.kind === "not") return plain(rule.rule, !negated);
  if (!("rules" in rule)) return negated ? { kind: "not", rule } : rule;
  const kind = (rule.kind === "all") === negated ? "any" : "all";
  const rules = rule.rules
    .map((one) => plain(one, negated))
    .flatMap((one) => ("rules" in one && one.kind === kind ? one.rules : [one]));
  const [only] = rules;
  return rules.length === 1 && only ? only : { kind, rules };
}
