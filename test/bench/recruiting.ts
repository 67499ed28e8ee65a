import { idOf as sampleId } from "../../packages/core/sample/persona.ts";
import { onPool } from "./on-pool.ts";
import { type Ask, type Load, reads } from "./reads.ts";
import type { Sample } from "./sample.ts";
import { askEverybody, ruleOf } from "./segment.ts";
import { CITIES, CRAFTS } from "./somebody.ts";

/** What somebody waits for who works with it. */
interface Size {
  readonly people: number;
  readonly rounds: number;
}

const of = <T>(list: readonly [T, ...T[]], n: number): T => list[n % list.length] ?? list[0];

/** Of a list fewer than of persons: each costs so much more. */
const LISTS: Load = { recruiters: 20, reads: 200, warm: 20 };
const PROFILES: Load = { recruiters: 20, reads: 600, warm: 100 };
const ONE: Load = { recruiters: 1, reads: 60, warm: 5 };
const PAGE = 50;
/** As many as the sample workspace has. */
const SAMPLE = 2000;
/** No divisor of it: one after the other, yet nobody twice in a row of her part. */
const STRIDE = 37;

/** As Talent asks: everybody, by a word, by facets, by name. */
const search: Ask = (n) => {
  const looks = [
    {},
    { words: `person ${n}` },
    { facets: { city: [of(CITIES, n)] }, sort: "oldest" },
    { facets: { city: [of(CITIES, n)], skills: [of(CRAFTS, n)] }, sort: "name" },
  ] as const;
  return ["POST", "/v1/candidate-searches", { ...of(looks, n), limit: PAGE }];
};

const profile: Ask = (n) => ["GET", `/v1/candidates/${sampleId((n * STRIDE) % SAMPLE)}`];

/** As the segment page asks while a rule is typed: each time another rule, and another number for the sample. */
const estimate: Ask = (n) => {
  const rule = ruleOf([of(CRAFTS, n), of(CRAFTS, n + 1)], of(CITIES, n));
  return ["POST", "/v1/segment-previews", { rule, exact: false, sample: n }];
};

export const lists = (size: Size): Promise<Sample[]> =>
  onPool({ ...size, sample: true }, async (here) => [await reads(here, "lists", search, LISTS)]);

export const profiles = (size: Size): Promise<Sample[]> =>
  onPool({ ...size, sample: true }, async (here) => [await reads(here, "profiles", profile, PROFILES)]);

/** One recruiter types; then she looks at the exact figure, which her estimates have warmed up for. */
export const preview = (size: Size): Promise<Sample[]> =>
  onPool(size, async (here) => {
    const sample = await reads(here, "preview", estimate, ONE);
    const exact = await askEverybody(here, size.people);
    return [{ ...sample, parts: { ...sample.parts, "s for the exact answer": exact } }];
  });
