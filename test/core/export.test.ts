import { beforeAll, expect, test } from "vitest";
import { Candidate } from "../../packages/core/candidate/index.ts";
import { calls, looked } from "./support/calls.ts";
import { as, furnish, member } from "./support/people.ts";
import { pool } from "./support/pool.ts";
import { table } from "./support/table.ts";

const here = table();
const everybody = { rule: async () => ({ kind: "all" as const, rules: [] }) };
const exporting = Candidate.toCsv(everybody);
const toCsv = (input: Parameters<typeof exporting>[0] = {}) => as("recruiter", () => exporting(input));
const lines = (csv: string) => csv.split("\r\n").filter(Boolean);

beforeAll(async () => {
  await furnish();
  await member(here, "ada@example.org", { name: "Ada" });
});

test("a file opens in a spreadsheet as what it says: quoted, and nothing in it is a formula", async () => {
  await pool([
    {
      profile: {
        name: '=HYPERLINK("http://evil.example","x")',
        phone: "+49 341 1",
        city: "@home",
        title: 'A "B", C',
      },
    },
  ]);
  const { csv } = await toCsv({ facets: { standing: ["sourced"] } });
  expect(csv).toContain(`"'=HYPERLINK(""http://evil.example"",""x"")"`);
  expect(csv).toContain(`"'+49 341 1"`);
  expect(csv).toContain(`"'@home"`);
  expect(csv).toContain(`"A ""B"", C"`);
  expect(csv.startsWith('\ufeff"id","name","email"')).toBe(true);
});

test("it holds whom the search finds, with their addresses", async () => {
  const { csv, cursor } = await toCsv({ words: "ada" });
  expect(lines(csv)).toHaveLength(2);
  expect(lines(csv)[1]).toContain('"Ada","ada@example.org"');
  expect(cursor).toBeUndefined();
});

test("thousands come up to a thousand a call, each once, the names of the columns once; the log says how many left", async () => {
  const before = (await here.items({ type: "people.exported" })).length;
  await pool(Array.from({ length: 1200 }, (_, n) => ({ profile: { tags: ["many"], name: `P${n}` } })));
  const first = await toCsv({ facets: { tags: ["many"] } });
  const second = await toCsv({ facets: { tags: ["many"] }, cursor: first.cursor ?? "" });
  const [some, others] = [lines(first.csv).length - 1, lines(second.csv).length];
  expect([some > 900 && some <= 1000, some + others]).toEqual([true, 1200]);
  expect(second).not.toHaveProperty("cursor");
  const ids = lines(first.csv + second.csv)
    .slice(1)
    .map((line) => line.split(",")[0]);
  expect(new Set(ids).size).toBe(1200);
  const told = await here.items({ type: "people.exported" });
  expect(told).toHaveLength(before + 2);
  expect(told.map(({ data }) => (data as { count: number }).count)).toEqual(
    expect.arrayContaining([some, others]),
  );
});

test("all parts together look at everybody once, and read addresses only of who has one", async () => {
  const everyone = (await Candidate.everybody()).length;
  const made: Record<string, number> = {};
  let cursor: string | undefined;
  const items = await looked(async () => {
    do {
      const part = async () => {
        ({ cursor } = await toCsv(cursor ? { cursor } : {}));
      };
      for (const [name, count] of Object.entries(await calls(part))) made[name] = (made[name] ?? 0) + count;
    } while (cursor);
  });
  expect(everyone).toBeGreaterThan(1200);
  // Ada's one address, and everybody in the roster.
  expect(items).toBe(everyone + 1);
  expect(made.QueryCommand).toBeLessThan(2 * Candidate.SHARDS.length);
  await expect(toCsv({ cursor: "x" })).rejects.toMatchObject({ code: "input.invalid" });
});

test("who may not export may not", async () => {
  await expect(as("viewer", () => exporting({}))).rejects.toMatchObject({ code: "permission.missing" });
});
