import { beforeAll, expect, test } from "vitest";
import { COMMUNITY } from "../../packages/core/form/index.ts";
import { Segment } from "../../packages/core/segment/index.ts";
import type { FactRow } from "../../packages/core/segment/views.ts";
import { crowd } from "./support/crowd.ts";
import { as, furnish } from "./support/people.ts";
import { table } from "./support/table.ts";

table();
beforeAll(async () => {
  await furnish();
  await crowd([
    ...Array.from({ length: 3 }, () => ({ profile: { city: "Zürich", skills: ["ICU", "Triage"] } })),
    ...Array.from({ length: 2 }, () => ({ profile: { city: "ZURICH", country: "CH" } })),
    { profile: { city: "Leipzig", source: `form:${COMMUNITY}`, experienceYears: 4 } },
    { profile: { tags: Array.from({ length: 60 }, (_, n) => `tag ${n}`), stage: "silver_medallist" } },
  ]);
});

const catalogue = async () => {
  const { facts, people } = await as("viewer", () => Segment.facts());
  const row = (name: string): FactRow => {
    const found = facts.find(({ fact, kind }) => fact === name && kind !== "happened");
    if (!found) throw new Error(`There is no fact ${name}`);
    return found;
  };
  return { facts, people, row };
};

test("spellings that rules take for the same are one value, as most people have it", async () => {
  const { row, people } = await catalogue();
  expect(people).toBe(7);
  expect(row("city")).toMatchObject({ known: 6, kind: "set" });
  expect(row("city").values).toEqual([
    { value: "Zürich", count: 5 },
    { value: "Leipzig", count: 1 },
  ]);
});

test("ids and codes have names; short lists are offered whole, long ones up to fifty", async () => {
  const { row } = await catalogue();
  expect(row("source").values).toContainEqual({
    value: `form:${COMMUNITY}`,
    label: "Talent community",
    count: 1,
  });
  expect(row("country").values).toEqual([{ value: "CH", label: "Switzerland", count: 2 }]);
  expect(row("stage").values.map(({ value }) => value)).toHaveLength(6);
  expect(row("stage").values).toContainEqual({ value: "hired", count: 0 });
  expect(row("tags").values).toHaveLength(50);
});

test("nobody's name is a value to choose, and each fact says of how many it is known", async () => {
  const { row, facts } = await catalogue();
  expect(row("name").values).toEqual([]);
  expect(row("experienceYears")).toMatchObject({ kind: "number", known: 1, values: [] });
  expect(row("skills").known).toBe(3);
  expect(facts.filter(({ kind }) => kind === "happened").map(({ fact }) => fact)).toEqual([
    "mailed",
    "clicked",
    "replied",
    "contacted",
  ]);
});
