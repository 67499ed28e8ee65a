import type { Rule } from "@perennial/core/rule/rule.schema.ts";
import type { FactRow } from "@perennial/core/segment/views.ts";
import { matches } from "../words/match.ts";
import { capital, people } from "../words/numbers.ts";

/** Something a new line can say. */
export interface Suggestion {
  readonly id: string;
  readonly words: string;
  /** At the right: how many people it concerns. */
  readonly detail: string;
  readonly line: Rule;
}

const MOST = 40;

/** What a new line can say, by what was typed: facts by their names and values by theirs, those of most people first. */
export function suggestions(typed: string, facts: readonly FactRow[]): Suggestion[] {
  const query = typed.trim();
  const named = facts.filter(({ words }) => matches(query, words)).map(ofFact);
  if (query === "") return named;
  return [...named, ...facts.flatMap((fact) => ofValues(fact, query)), ...ofText(query, facts)].slice(
    0,
    MOST,
  );
}

const ofFact = (row: FactRow): Suggestion => ({
  id: row.fact + row.kind,
  words: capital(row.words),
  detail: row.kind === "happened" ? "" : `known of ${people(row.known)}`,
  line: blank(row),
});

/** Values of one fact that fit what was typed, each a whole line. */
function ofValues({ fact, kind, words, values }: FactRow, query: string): Suggestion[] {
  if (kind !== "set") return [];
  return values
    .filter(({ value, label }) => matches(query, label ?? value))
    .map(({ value, label, count }) => ({
      id: `${fact} ${value}`,
      words: `${capital(words)}: ${label ?? value}`,
      detail: people(count),
      line: { kind: "set", fact, op: "any_of", values: [value] } as Rule,
    }));
}

const ofText = (query: string, facts: readonly FactRow[]): Suggestion[] =>
  facts
    .filter(({ kind }) => kind === "text")
    .map(({ fact, words }) => ({
      id: `${fact} contains`,
      words: `${capital(words)} contains “${query}”`,
      detail: "",
      line: { kind: "text", fact, op: "contains", value: query } as Rule,
    }));

/** A line about a fact that says nothing yet, or what is asked most. */
function blank({ fact, kind }: FactRow): Rule {
  switch (kind) {
    case "set":
      return { kind, fact, op: "any_of", values: [] } as Rule;
    case "text":
      return { kind, fact, op: "contains", value: "" } as Rule;
    case "number":
      return { kind, fact, op: "at_least", value: 3 } as Rule;
    case "date":
      return fact === "openFrom" || fact === "permissionUntil"
        ? ({ kind, fact, op: "within_next", days: 90 } as Rule)
        : ({ kind, fact, op: "within_last", days: 90 } as Rule);
    case "happened": {
      const lately = { kind, what: fact, days: 90 } as Rule;
      return fact === "mailed" || fact === "contacted" ? { kind: "not", rule: lately } : lately;
    }
  }
}
