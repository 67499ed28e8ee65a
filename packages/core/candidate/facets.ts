import { ENDS_SOON, endsSoon } from "../facts/ending.ts";
import type * as Facts from "../facts/index.ts";
import { reach } from "../facts/reach.ts";
import type { Policy } from "../organisation/index.ts";
import { fold } from "../rule/fold.ts";
import { SetFact } from "../rule/rule.schema.ts";
import { read } from "../rule/values.ts";
import type { FacetValue } from "./views.ts";

export const FACETS = [...SetFact.options, "mayWrite", "permissionEnds"] as const;
export type Facet = (typeof FACETS)[number];
export type Chosen = Partial<Record<Facet, readonly string[]>>;

const MOST = 100;
/** Stands for "not known" and "none". */
const NOTHING = [""];

export interface Context {
  readonly now: Date;
  readonly policy: Policy;
}

/** What a person counts for in a facet. */
function valuesOf(facts: Facts.Info, facet: Facet, { now, policy }: Context): readonly string[] {
  if (facet === "mayWrite") return [reach(facts, policy, now)];
  if (facet === "permissionEnds") return endsSoon(facts, now) ? [ENDS_SOON] : NOTHING;
  const values = read(facts, facet, now);
  return values === undefined || values.length === 0 ? NOTHING : values;
}

/** Each value is folded once, however many people have it. */
function folding() {
  const known = new Map<string, string>();
  return (text: string): string => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const folded = fold(text);
    known.set(text, folded);
    return folded;
  };
}

/** How many have a value, by each way it is written. */
type Counts = Map<string, Map<string, number>>;

/** Those who have what is chosen, and the counts of every facet; a facet's own counts ignore what is chosen in it. One pass. */
export function sift(people: readonly Facts.Info[], chosen: Chosen, context: Context) {
  const folded = folding();
  const wanted = FACETS.flatMap((facet) => {
    const values = chosen[facet];
    return values?.length ? [{ facet, values: new Set(values.map(folded)) }] : [];
  });
  const counts = new Map<Facet, Counts>(FACETS.map((facet) => [facet, new Map()]));
  const found: Facts.Info[] = [];
  for (const facts of people) {
    const missed = wanted.filter(
      ({ facet, values }) => !valuesOf(facts, facet, context).some((value) => values.has(folded(value))),
    );
    if (missed.length > 1) continue;
    if (missed.length === 0) found.push(facts);
    for (const facet of missed.length === 0 ? FACETS : missed.map((one) => one.facet))
      for (const value of valuesOf(facts, facet, context)) add(counts.get(facet), folded(value), value);
  }
  return { found, counts };
}

function add(counts: Counts | undefined, key: string, value: string): void {
  const written = counts?.get(key) ?? new Map<string, number>();
  written.set(value, (written.get(value) ?? 0) + 1);
  counts?.set(key, written);
}

/** One value for all the ways it is written: the most frequent, capitals first. */
function together(written: ReadonlyMap<string, number>): FacetValue {
  const ways = [...written].sort(([a, most], [b, more]) => more - most || (a < b ? -1 : 1));
  return { value: ways[0]?.[0] ?? "", count: ways.reduce((sum, [, count]) => sum + count, 0) };
}

/** The most frequent values of a facet; one that is chosen is there even if nobody has it. */
export function listed(counts: Counts, chosen: readonly string[] = []): FacetValue[] {
  const all = [...counts.values()]
    .map(together)
    .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value));
  const kept = new Set(chosen.map(fold));
  const shown = all.filter(({ value }, index) => index < MOST || kept.has(fold(value)));
  const absent = chosen.filter((value) => !counts.has(fold(value)));
  return [...shown, ...absent.map((value) => ({ value, count: 0 }))];
}
