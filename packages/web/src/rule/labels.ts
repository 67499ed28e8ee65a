import { type Label, plainLabel } from "@perennial/core/rule/clauses.ts";
import type { FactRow } from "@perennial/core/segment/views.ts";

/** Values by the names that the server gives them, else by their own. */
export function labelOf(facts: readonly FactRow[]): Label {
  const names = new Map<string, string>();
  for (const { fact, values } of facts)
    for (const { value, label } of values) if (label) names.set(`${fact} ${value}`, label);
  return (fact, value) => names.get(`${fact} ${value}`) ?? plainLabel(fact, value);
}
