import { beforeAll, describe, expect, test } from "vitest";
import { Candidate } from "../../packages/core/candidate/index.ts";
import type { Rule } from "../../packages/core/rule/rule.schema.ts";
import { as, furnish, leave, member } from "./support/people.ts";
import { granted, idOf, pool } from "./support/pool.ts";
import { table } from "./support/table.ts";

const here = table();
const nurses: Rule = { kind: "text", fact: "title", op: "contains", value: "nurse" };
const searching = Candidate.search({
  rule: async (segmentId) => (segmentId.endsWith("0") ? nurses : { kind: "happened", what: "replied" }),
  sources: async () => new Map([["import", "Fair"]]),
});
const search = (input: Parameters<typeof searching>[0]) => as("viewer", () => searching(input));
const found = async (input: Parameters<typeof searching>[0]) =>
  (await search(input)).people.map(({ candidateId }) => candidateId);

const now = "2026-03-02T09:00:00.000Z";
const people = [
  {
    profile: { name: "Jürgen Müller", title: "ICU nurse", city: "Leipzig", tags: ["alumni"], country: "DE" },
  },
  { profile: { name: "Zoë Øster", title: "Theatre nurse", city: "Århus", tags: ["alumni", "silver"] } },
  { profile: { name: "Łukasz Kowal", title: "Cook", company: "Grand Hotel", city: "leipzig" } },
  {
    gate: { permissions: granted("2027-01-01T00:00:00.000Z") },
    profile: { name: "Ann Lee", stage: "engaged" as const },
  },
  { gate: { permissions: granted("2026-01-01T00:00:00.000Z") }, profile: { name: "Bo Lee" } },
  {
    gate: { permissions: granted(undefined, "legitimate_interest"), repliedAt: now },
    profile: { name: "Cy Lee" },
  },
];
const [mueller, zoe, lukasz, ann, bo, cy] = people.map((_, n) => idOf(n)) as [
  string,
  string,
  string,
  string,
  string,
  string,
];

beforeAll(async () => {
  await furnish();
  await pool(people);
});

describe("words", () => {
  test.each([
    ["mueller", [mueller]],
    ["Muller jurg", [mueller]],
    ["oster", [zoe]],
    ["arhus NURSE", [zoe]],
    ["lukasz", [lukasz]],
    ["grand", [lukasz]],
    ["silver", [zoe]],
    ["ller", []],
    ["  ", [cy, bo, ann, lukasz, zoe, mueller]],
  ])("%j finds those who have each word at the beginning of one of theirs", async (words, expected) => {
    expect(await found({ words })).toEqual(expected);
  });

  test("a whole address finds whoever has it", async () => {
    const ada = await member(here, "ada@example.org");
    expect(await found({ words: "ADA@example.org" })).toEqual([ada]);
    expect(await found({ words: "nobody@example.org" })).toEqual([]);
    await leave(ada);
  });
});

describe("facets", () => {
  const counts = async (facet: string, input: Parameters<typeof searching>[0] = {}) =>
    Object.fromEntries(
      ((await search({ words: "", ...input })).facets[facet] ?? []).map(({ value, count }) => [value, count]),
    );

  test("several values of one facet widen, several facets narrow", async () => {
    expect(await found({ facets: { tags: ["silver", "alumni"] } })).toEqual([zoe, mueller]);
    expect(await found({ facets: { tags: ["alumni"], city: ["LEIPZIG"] } })).toEqual([mueller]);
    expect(await found({ facets: { country: ["DE"] } })).toEqual([mueller]);
  });

  test("a facet's counts ignore what is chosen in it, and heed what is chosen elsewhere", async () => {
    const chosen = { facets: { tags: ["silver"] } };
    expect(await counts("tags", chosen)).toMatchObject({ alumni: 2, silver: 1 });
    expect(await counts("city", chosen)).toEqual({ Århus: 1 });
  });

  test("one spelling stands for all, and nothing can be asked for too", async () => {
    expect(await counts("city", { words: "leipzig" })).toEqual({ Leipzig: 2 });
    expect(await found({ words: "lee", facets: { city: [""] } })).toEqual([cy, bo, ann]);
  });

  test("who may be written to: what has run out does not count, and without consent an unknown country does not", async () => {
    expect(await counts("mayWrite", { words: "lee" })).toEqual({ no: 2, yes: 1 });
    expect(await found({ words: "lee", facets: { mayWrite: ["yes"] } })).toEqual([ann]);
  });

  test("what is chosen stays in sight when nobody has it; ids have words", async () => {
    const { facets } = await search({ facets: { tags: ["gone"], source: ["import"] } });
    expect(facets.tags).toContainEqual({ value: "gone", count: 0 });
    expect(facets.source?.[0]).toMatchObject({ value: "import", label: "Fair" });
  });
});

describe("segment, order and pages", () => {
  const segment = (last: string) => `seg_${"0".repeat(25)}${last}`;

  test("a segment's rule narrows, also one that has to look at gates", async () => {
    expect(await found({ segmentId: segment("0") })).toEqual([zoe, mueller]);
    expect(await found({ segmentId: segment("1") })).toEqual([cy]);
  });

  test.each(["newest", "oldest", "name"] as const)("pages by %s are one list, each once", async (sort) => {
    const whole = await found({ sort, facets: { standing: ["sourced"] } });
    expect(whole).toHaveLength(people.length);
    const paged: string[] = [];
    for (let cursor: string | undefined, first = true; first || cursor; first = false) {
      const page = await search({
        sort,
        limit: 2,
        facets: { standing: ["sourced"] },
        ...(cursor ? { cursor } : {}),
      });
      expect(page.total).toBe(people.length);
      paged.push(...page.people.map(({ candidateId }) => candidateId));
      cursor = page.cursor;
    }
    expect(paged).toEqual(whole);
  });

  test("by name, accents make no difference", async () => {
    const names = (await search({ sort: "name", facets: { standing: ["sourced"] } })).people.map(
      ({ name }) => name,
    );
    expect(names).toEqual(["Ann Lee", "Bo Lee", "Cy Lee", "Jürgen Müller", "Łukasz Kowal", "Zoë Øster"]);
  });

  test("a cursor of another order is refused", async () => {
    const { cursor = "" } = await search({ sort: "name", limit: 1 });
    await expect(search({ sort: "newest", cursor })).rejects.toMatchObject({
      problems: [{ field: "cursor" }],
    });
  });

  test("a row says what lists show", async () => {
    const [row] = (await search({ words: "ann lee" })).people;
    expect(row).toMatchObject({ name: "Ann Lee", stage: "engaged", tags: [], mayWrite: { answer: "yes" } });
    expect(row?.season.permission).toMatchObject({ state: "granted" });
  });
});
