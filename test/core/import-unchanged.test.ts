import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { Candidate } from "../../packages/core/candidate/index.ts";
import { bucket } from "./support/bucket.ts";
import { imported } from "./support/imports.ts";
import { as, furnish, known, whose } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
bucket(here);
beforeAll(furnish);

type Edit = Omit<Parameters<typeof Candidate.edit>[0], "candidateId" | "revision">;

/** A colleague corrects what stands in a profile. */
async function edit(candidateId: string, fields: Edit) {
  const revision = (await Candidate.find(candidateId))?.candidate.revision ?? -1;
  await as("recruiter", () => Candidate.edit({ candidateId, revision, ...fields }));
}

const people = async () =>
  (await here.items({})).filter(
    ({ __edb_e__, type }) => !/^import/.test(`${__edb_e__ === "event" ? type : __edb_e__}`),
  );

test("two rows of one person that differ change nothing the second time", async () => {
  const file = "Name,E-Mail,Ort\nFlo Flap,flo@flap.example,Leipzig\nFlo Flap,FLO@flap.example,Berlin\n";
  await imported(file);
  expect((await known(await whose("flo@flap.example"))).candidate.city).toBe("Berlin");
  const before = await people();
  expect((await imported(file)).counts).toMatchObject({ updated: 0, unchanged: 2 });
  expect(await people()).toEqual(before);
});

test("what a colleague corrected outlasts the old file; what the source itself says anew is taken over", async () => {
  const file = (city: string) =>
    `Name,E-Mail,Ort,Telefon,Tags\nGerd Alt,gerd@alt.example,${city},1234,"ICU, Night"\n`;
  await imported(file("Leipzig"));
  const candidateId = await whose("gerd@alt.example");
  await edit(candidateId, { name: "Gerd Neu", city: "Dresden", phone: null, tags: ["Night"] });
  const before = await people();
  expect((await imported(file("Leipzig"))).counts.unchanged).toBe(1);
  expect(await people()).toEqual(before);
  expect((await imported(file("Halle"))).counts.updated).toBe(1);
  const { candidate } = await known(candidateId);
  expect(candidate).toMatchObject({ name: "Gerd Neu", city: "Halle", tags: ["Night"] });
  expect(candidate).not.toHaveProperty("phone");
});

test("what a file says that we know already is heard, without a change", async () => {
  await imported("Name,E-Mail\nKa Bekannt,ka@heard.example\n");
  const candidateId = await whose("ka@heard.example");
  await edit(candidateId, { city: "Leipzig" });
  const file = "Name,E-Mail,Ort\nKa Bekannt,ka@heard.example,Leipzig\n";
  const { revision } = (await known(candidateId)).candidate;
  expect((await imported(file)).counts.unchanged).toBe(1);
  expect((await known(candidateId)).candidate.revision).toBe(revision);
  await edit(candidateId, { city: "Dresden" });
  await imported(file);
  expect((await known(candidateId)).candidate.city).toBe("Dresden");
});

test("somebody who stands in a file under each of her addresses is two records of it", async () => {
  await imported("Name,E-Mail,Zweite E-Mail\nBea Beide,bea@both.example,bea2@both.example\n");
  const file = "Name,E-Mail,Ort\nBea Beide,bea@both.example,Leipzig\nBea Beide,bea2@both.example,Berlin\n";
  await imported(file);
  const before = await people();
  expect((await imported(file)).counts).toMatchObject({ updated: 0, unchanged: 2 });
  expect(await people()).toEqual(before);
});

const word = fc.constantFrom("Leipzig", "Berlin", "ICU", "Night", "O'Neil", "Ö;x");
const row = fc.record({
  name: fc.constantFrom("Ada", "ADA", "Ada King", "Bo"),
  who: fc.option(fc.nat(2), { nil: undefined }),
  second: fc.option(fc.nat(2), { nil: undefined }),
  page: fc.option(fc.constantFrom("linkedin.com/in/a", "www.linkedin.com/in/A", "acme.example/team"), {
    nil: undefined,
  }),
  city: fc.option(word),
  tags: fc.array(word, { maxLength: 3 }),
  skills: fc.array(word, { maxLength: 2 }),
  country: fc.constantFrom("", "DE", "PT"),
  ground: fc.constantFrom("", "none", "legitimate interest"),
});
const fields = fc.record(
  {
    name: fc.constantFrom("Cleo", "Ada"),
    city: fc.option(word),
    country: fc.constantFrom("FR", null),
    tags: fc.uniqueArray(word),
    skills: fc.uniqueArray(word),
    link: fc.constantFrom("https://linkedin.com/in/corrected", null),
  },
  { requiredKeys: [] },
);

test("the same file twice changes nothing, whatever colleagues edited in between", async () => {
  let run = 0;
  const seen = new Set<string>();
  const rows = fc.array(row, { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(rows, fc.array(fields, { minLength: 3, maxLength: 3 }), async (written, edits) => {
      run += 1;
      const at = (who: number | undefined) => (who === undefined ? "" : `p${who}@run${run}.example`);
      const lines = written.map(({ name, who, second, page, city, tags, skills, country, ground }) =>
        [
          name,
          at(who),
          at(second),
          page && at(who) ? `${page}-${run}` : "",
          city ?? "",
          tags.join(","),
          skills.join(","),
          country,
          ground,
        ]
          .map((cell) => `"${cell}"`)
          .join(","),
      );
      const file = `Name,E-Mail,Zweite E-Mail,Profil,Ort,Tags,Skills,Land,Grundlage\n${lines.join("\n")}\n`;
      const more = { ground: { by: "column" as const, source: "Fair" } };
      await imported(file, more);
      const there = (await people()).filter(
        ({ __edb_e__, trace }) => __edb_e__ === "candidate" && !seen.has(String(trace)),
      );
      for (const [at, { candidateId, trace }] of there.entries()) {
        seen.add(String(trace));
        const { link, ...some } = edits[at % edits.length] ?? {};
        const page = link ? { link: `${link}-${run}-${at}` } : link === null ? { link } : {};
        await edit(String(candidateId), { ...some, ...page });
      }
      const before = await people();
      expect((await imported(file, more)).counts).toMatchObject({ new: 0, updated: 0 });
      expect(await people()).toEqual(before);
    }),
    { numRuns: 15 },
  );
}, 60_000);
