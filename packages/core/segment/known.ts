import { Actor } from "../actor.ts";
import * as Candidate from "../candidate/index.ts";
import { Clock } from "../clock.ts";
import * as Facts from "../facts/index.ts";
import { FACTS } from "../rule/clauses.ts";
import * as Rule from "../rule/index.ts";
import { DateFact, Happening, NumberFact, SetFact, TextFact } from "../rule/rule.schema.ts";
import { labels } from "./labels.ts";
import type { FactRow } from "./views.ts";

/** Values of one fact that are shown, the most frequent. */
const VALUES = 50;

/** Facts with a short list of values, all of which are offered. */
const CLOSED: Readonly<Record<string, readonly string[]>> = {
  stage: Facts.Stage.options,
  standing: Facts.Standing.options,
  permission: ["granted", "pending", "none", "withdrawn", "expired"],
};

const HAPPENED: Readonly<Record<Happening, string>> = {
  mailed: "written to",
  clicked: "clicked",
  replied: "replied",
  contacted: "talked to",
};

/** Every fact that a rule can ask about, with the values people have. One pass over the roster. */
export async function facts(): Promise<{ facts: FactRow[]; people: number }> {
  Actor.assert("people.read");
  const [people, label] = await Promise.all([Candidate.everybody(), labels()]);
  const now = Clock.now();
  const described = (fact: keyof typeof FACTS, kind: FactRow["kind"], valuesOf: Reading): FactRow => {
    const values = people.map(valuesOf);
    const known = values.filter((some) => some !== undefined && some.length > 0).length;
    return { fact, kind, known, words: FACTS[fact], values: ranked(fact, values, label) };
  };
  const texts = TextFact.options.filter((fact) => fact !== "city");
  const rest = [...NumberFact.options, ...DateFact.options];
  return {
    people: people.length,
    facts: [
      ...SetFact.options.map((fact) => described(fact, "set", (one) => Rule.read(one, fact, now))),
      ...texts.map((fact) =>
        described(fact, "text", (one) => (one[fact] === undefined ? undefined : [one[fact]])),
      ),
      ...rest.map((fact) => ({
        ...described(fact, fact === "experienceYears" ? "number" : "date", (one) =>
          one[fact] === undefined ? undefined : [String(one[fact])],
        ),
        values: [],
      })),
      ...Happening.options.map((fact) => happening(fact, people.length)),
    ],
  };
}

type Reading = (one: Facts.Info) => readonly string[] | undefined;

const happening = (fact: Happening, known: number): FactRow => ({
  fact,
  kind: "happened",
  words: HAPPENED[fact],
  values: [],
  known,
});

/** Values that count as the same are one, in the spelling most people have. Names of people are nobody's list to read. */
function ranked(
  fact: string,
  people: readonly (readonly string[] | undefined)[],
  label: (fact: string, value: string) => string,
): FactRow["values"] {
  if (fact === "name") return [];
  const spellings = new Map<string, number>();
  for (const value of people.flatMap((values) => values ?? []))
    spellings.set(value, (spellings.get(value) ?? 0) + 1);
  const merged = new Map<string, { value: string; count: number }>();
  for (const [value, count] of [...spellings].sort((a, b) => b[1] - a[1])) {
    const same = merged.get(Rule.fold(value));
    if (same) same.count += count;
    else merged.set(Rule.fold(value), { value, count });
  }
  for (const value of CLOSED[fact] ?? [])
    if (!merged.has(Rule.fold(value))) merged.set(Rule.fold(value), { value, count: 0 });
  return [...merged.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, VALUES)
    .map(({ value, count }) => {
      const called = label(fact, value);
      return { value, count, ...(called === value ? {} : { label: called }) };
    });
}
