import * as z from "zod";
import { Actor } from "../actor.ts";
import { Clock } from "../clock.ts";
import type * as Facts from "../facts/index.ts";
import { fn } from "../fn.ts";
import * as Gate from "../gate/index.ts";
import { Id } from "../id.ts";
import * as Organisation from "../organisation/index.ts";
import { compile } from "../rule/compile.ts";
import type { Rule } from "../rule/rule.schema.ts";
import * as Team from "../team/index.ts";
import { hashOf, normalise } from "./email-address.ts";
import { type Chosen, FACETS, type Facet, listed, sift } from "./facets.ts";
import { everybody } from "./roster.ts";
import { rows } from "./rows.ts";
import { whose } from "./sign-up.ts";
import { after, cursorOf, ordered, Sort } from "./sort.ts";
import type { FacetValue, Search } from "./views.ts";
import { matching } from "./words.ts";

const PAGE = 50;

const Choice = z.partialRecord(z.enum(FACETS), z.array(z.string().max(200)).max(100));

/** What a search asks for; all of it must hold. */
export const Sought = z.strictObject({
  /** Each word begins a word of the name, title, company, city or a tag; or one whole address. */
  words: z.string().max(200).exactOptional(),
  /** Of one facet any value will do; `""` is "not known" or "none". */
  facets: Choice.exactOptional(),
  segmentId: Id("seg").exactOptional(),
  sort: Sort.default("newest"),
  cursor: z.string().max(2000).exactOptional(),
});
export type Sought = z.output<typeof Sought>;

/** Other nouns that know this one: what a segment asks for, and what sources are called. */
export interface Asking {
  rule(segmentId: string): Promise<Rule>;
  sources(sources: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** People by words, facets and segment, with what else there is to choose. One pass over the roster. */
export const search = (asking: Asking) =>
  fn(
    Sought.extend({ limit: z.int().min(1).max(200).default(PAGE) }),
    async ({ limit, ...sought }): Promise<Search> => {
      Actor.assert("people.read");
      const { found, counts } = await sifted(sought, asking);
      const order = after(ordered(found, sought.sort), sought);
      const page = order.slice(0, limit);
      const last = order.length > limit ? page.at(-1) : undefined;
      const [people, facets] = await Promise.all([rows(page), facetsOf(counts, sought.facets, asking)]);
      return {
        total: found.length,
        people,
        facets,
        ...(last ? { cursor: cursorOf(last, sought.sort) } : {}),
      };
    },
  );

/** Everybody whom a search finds, in no order, with the facets' counts. */
async function sifted(sought: Sought, asking: Asking) {
  const [everyone, sieve] = await Promise.all([everybody(), sieveOf(sought, asking)]);
  return sieve(everyone);
}

/** What tells of any people whom a search finds among them. */
export async function sieveOf(
  { words = "", facets = {}, segmentId }: Pick<Sought, "words" | "facets" | "segmentId">,
  { rule }: Pick<Asking, "rule">,
) {
  const [policy, asked, isMeant] = await Promise.all([
    Organisation.policy(),
    segmentId ? rule(segmentId) : undefined,
    meant(words),
  ]);
  const now = Clock.now();
  return async (people: readonly Facts.Info[]) => {
    const named = people.filter(isMeant);
    const matched = asked ? await holding(asked, named, now) : named;
    return sift(matched, facets as Chosen, { now, policy });
  };
}

/** An address as a whole means whoever has it; it stands in no fact. */
async function meant(words: string): Promise<(facts: Facts.Info) => boolean> {
  if (!normalise(words)) return matching(words);
  const holder = await whose(hashOf(words));
  return ({ candidateId }) => candidateId === holder;
}

/** Those a rule holds of. Gates are read only of those who hang on them. */
async function holding(rule: Rule, people: readonly Facts.Info[], now: Date): Promise<Facts.Info[]> {
  const holds = compile(rule);
  const open = people.filter((facts) => holds(facts, undefined, now) !== false);
  const hanging = open.filter((facts) => holds(facts, undefined, now) === undefined);
  const gates = await Gate.readMany(hanging.map(({ candidateId }) => candidateId));
  return open.filter((facts) => {
    const gate = gates.get(facts.candidateId);
    return holds(facts, gate && Gate.happenings(gate, now), now) === true;
  });
}

async function facetsOf(
  counts: ReturnType<typeof sift>["counts"],
  chosen: Chosen = {},
  { sources }: Asking,
): Promise<Search["facets"]> {
  const facets = [...counts].map(([facet, values]) => [facet, listed(values, chosen[facet])] as const);
  const valuesOf = (name: Facet) =>
    facets.find(([facet]) => facet === name)?.[1].map(({ value }) => value) ?? [];
  const [owners, named] = await Promise.all([
    Team.names(valuesOf("owner").filter(Boolean)),
    sources(valuesOf("source")),
  ]);
  const labels: Partial<Record<Facet, ReadonlyMap<string, string>>> = { owner: owners, source: named };
  return Object.fromEntries(facets.map(([facet, values]) => [facet, labelled(values, labels[facet])]));
}

const labelled = (values: readonly FacetValue[], labels: ReadonlyMap<string, string> = new Map()) =>
  values.map((one) => {
    const label = labels.get(one.value);
    return label ? { ...one, label } : one;
  });
