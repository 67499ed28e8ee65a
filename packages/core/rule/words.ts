import { clause, type Label, plainLabel } from "./clauses.ts";
import type { Rule } from "./rule.schema.ts";
import { simplify } from "./simplify.ts";

const EVERYBODY = "Everybody";
const NOBODY = "Nobody";

/**
 * A rule as one plain English sentence. `label` names values that are ids or codes; without it they are named as well as can be.
 */
export function words(rule: Rule, label: Label = plainLabel): string {
  const sentence = said(simplify(rule), label, true);
  return sentence === EVERYBODY || sentence === NOBODY ? `${sentence}.` : `People ${sentence}.`;
}

function said(rule: Rule, label: Label, outermost = false): string {
  if (!("rules" in rule)) return literal(rule, false, label);
  const isAll = rule.kind === "all";
  if (rule.rules.length === 0) return isAll ? EVERYBODY : NOBODY;
  const parts = rule.rules.map((one) => said(one, label));
  if (outermost) return listed(parts, isAll ? "and" : "or");
  return isAll ? `both ${parts.join(" and ")}` : `either ${parts.join(", or ")}`;
}

/** A condition or its opposite; after `simplify` nothing else stands in a `not`. */
function literal(rule: Exclude<Rule, { rules: unknown }>, negated: boolean, label: Label): string {
  if (rule.kind !== "not") return clause(rule, negated, label);
  return "rules" in rule.rule ? said(rule.rule, label) : literal(rule.rule, !negated, label);
}

/** `a`, `a and b`, `a, b, and c`. */
function listed(parts: readonly string[], by: "and" | "or"): string {
  if (parts.length < 3) return parts.join(` ${by} `);
  return `${parts.slice(0, -1).join(", ")}, ${by} ${parts.at(-1)}`;
}
