import * as conditions from "./conditions.ts";
import type { Condition, Rule, Truth } from "./rule.schema.ts";

/** Whether a rule holds of somebody now. Without happenings, what would need them is not known. */
export type Predicate = conditions.Test;

/**
 * Makes a rule ready to be asked about many people. Kleene's three-valued logic: `not` of what is not known is not known, `any` holds
 * by one that holds, `all` fails by one that fails.
 */
export function compile(rule: Rule): Predicate {
  switch (rule.kind) {
    case "all":
      return decidedBy(false, rule.rules.map(compile));
    case "any":
      return decidedBy(true, rule.rules.map(compile));
    case "not": {
      const inner = compile(rule.rule);
      return (...of) => negated(inner(...of));
    }
    default:
      return condition(rule);
  }
}

/** One of this truth decides; where none does, one that is not known leaves it open. */
function decidedBy(deciding: boolean, parts: readonly Predicate[]): Predicate {
  return (...of) => {
    let truth: Truth = !deciding;
    for (const part of parts) {
      const one = part(...of);
      if (one === deciding) return deciding;
      if (one === undefined) truth = undefined;
    }
    return truth;
  };
}

const negated = (truth: Truth): Truth => (truth === undefined ? undefined : !truth);

function condition(rule: Condition): Predicate {
  switch (rule.kind) {
    case "text":
      return conditions.text(rule);
    case "set":
      return conditions.set(rule);
    case "number":
      return conditions.number(rule);
    case "date":
      return conditions.date(rule);
    case "happened":
      return conditions.happened(rule);
    case "known":
      return conditions.known(rule);
  }
}

/** Whether it can be told from the roster alone, or must see gates. */
export function needsHappenings(rule: Rule): boolean {
  if (rule.kind === "all" || rule.kind === "any") return rule.rules.some(needsHappenings);
  return rule.kind === "not" ? needsHappenings(rule.rule) : rule.kind === "happened";
}
