import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { Info } from "../../packages/core/candidate/candidate.schema.ts";
import { Candidate } from "../../packages/core/candidate/index.ts";
import { drafted } from "../../packages/core/import/draft.ts";
import * as Files from "../../packages/core/import/files.ts";
import { type Mapping, Target } from "../../packages/core/import/import.schema.ts";
import { Import } from "../../packages/core/import/index.ts";
import { bucket } from "./support/bucket.ts";
import { imported, mapped, readIn, rejectedFile, uploaded } from "./support/imports.ts";
import { as, furnish, whose } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
bucket(here);
beforeAll(furnish);

const profile = (draft: Extract<ReturnType<typeof drafted>, { draft: unknown }>["draft"]) => ({
  ...{ candidateId: `cnd_${"0".repeat(26)}`, locale: draft.locale ?? "en", standing: "sourced", revision: 0 },
  ...{ source: "import:x", answers: {}, createdAt: "2026-01-01T00:00:00.000Z", name: draft.name },
  ...draft.details,
  ...{ skills: draft.skills, interests: draft.interests, tags: draft.tags },
});

const SIGNS = [
  "\u202a",
  "\u202c",
  "\u2066",
  "\u200e",
  "\ufeff",
  "\ud800",
  "\u0000",
  "\u2028",
  " ",
  "🌟",
  "é",
  "9",
];
const cell = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.array(fc.constantFrom(...SIGNS), { maxLength: 4 }).map((signs) => signs.join("")),
  fc.array(fc.constantFrom(...SIGNS), { minLength: 100, maxLength: 700 }).map((signs) => signs.join("")),
  fc
    .array(fc.string({ unit: "grapheme", maxLength: 100 }), { maxLength: 70 })
    .map((words) => words.join(";")),
  fc.constantFrom(
    "29.2.0000",
    "0000-01-01",
    "99,99",
    "-1",
    "1e5",
    "https://a.b/\u202e",
    "http://[::1.]",
    "DE",
  ),
  fc.webUrl({ withFragments: true }).map((url) => url.padEnd(500, "x")),
);
const tags = fc.array(fc.uuid(), { maxLength: 50 });

test("whatever stands in its cells, a row is rejected or becomes a profile that can be read", () => {
  const mapping = (own: string[]): Mapping => ({
    columns: [...Target.options],
    ground: { by: "none" },
    tags: own,
  });
  const name = fc.oneof(cell, fc.constant("Ada"));
  fc.assert(
    fc.property(name, fc.array(cell, { minLength: 21, maxLength: 21 }), tags, (typed, rest, own) => {
      const row = Target.options.map((target, at) => (target === "name" ? typed : (rest[at] ?? "")));
      const cells = row.map((text, at) => (/mail/i.test(Target.options[at] ?? "") ? "" : text));
      const result = drafted(cells, { mapping: mapping(own), order: "day_first", today: "2026-03-02" });
      if ("draft" in result) expect(Info.safeParse(profile(result.draft)).error).toBeUndefined();
    }),
    { numRuns: 500 },
  );
});

test("a phone cell that holds only marks of direction is no phone, and she can be read and erased", async () => {
  await imported("Name,Email,Phone\nDi Mark,di@mark.example,\u202a\u202c\n");
  const candidateId = await whose("di@mark.example");
  expect((await Candidate.find(candidateId))?.candidate).not.toHaveProperty("phone");
  await as("recruiter", () => Candidate.eraseFor({ candidateId, confirm: "Di Mark" }));
});

test("tags of the file and of the row are cut at fifty, and it is said", async () => {
  const words = (word: string, count: number) => Array.from({ length: count }, (_, n) => `${word}${n}`);
  const { counts, notes } = await imported(
    `Name,Email,Tags\nTag Ma,tag@ma.example,"${words("own", 20).join(";")}"\n`,
    { tags: words("all", 40) },
  );
  expect(counts.new).toBe(1);
  expect(notes).toContainEqual(expect.objectContaining({ code: "shortened" }));
  const found = await Candidate.find(await whose("tag@ma.example"));
  expect(found?.candidate.tags).toEqual([...words("all", 40), ...words("own", 10)]);
});

test("what no profile can hold is not written, whoever cut the file: the row says why", async () => {
  await imported("Name,Email,Phone\nOld One,old@fit.example,1\n");
  const importId = await uploaded("Name,Email,Phone\nNew One,new@fit.example,2\nOld One,old@fit.example,3\n");
  const { revision } = await mapped(importId);
  await as("recruiter", () => Import.start({ importId, revision }));
  await as("system", () => Import.prepare(importId));
  const groups = await Files.readPart(importId, 0);
  const spoilt = JSON.stringify(groups).replaceAll(/"phone":"\d"/g, '"phone":""');
  await Files.writePart(importId, 0, JSON.parse(spoilt));
  expect(await readIn(importId)).toMatchObject({
    counts: { new: 0, updated: 0, unchanged: 0, rejected: 2 },
    rejections: [{ code: "unfit", count: 2 }],
  });
  expect(await rejectedFile(importId)).toContain('"Old One","old@fit.example","3"');
  expect((await Candidate.find(await whose("old@fit.example")))?.candidate.phone).toBe("1");
  await expect(whose("new@fit.example")).rejects.toThrow();
});
