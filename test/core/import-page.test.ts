import { beforeAll, expect, test } from "vitest";
import { bucket } from "./support/bucket.ts";
import { imported } from "./support/imports.ts";
import { furnish, known, whose } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
bucket(here);
beforeAll(furnish);

const HEADER = "Name,E-Mail,Profil,Rechtsgrundlage,Einwilligung am,Einwilligung Ort\n";
const read = (...rows: string[]) => imported(`${HEADER}${rows.join("\n")}\n`, { ground: { by: "column" } });
const consents = "consent,2026-02-01,Fair";
const knownBy = async (email: string) => known(await whose(email));

test("colleagues who give the page of their firm stay two people, each with her own ground", async () => {
  const page = "https://acme.example/en";
  const { counts } = await read(
    `Eva Eins,eva@firm.example,${page},${consents}`,
    `Zoe Zwei,zoe@firm.example,${page},none,,`,
  );
  expect(counts).toMatchObject({ new: 2, updated: 0 });
  const [eva, zoe] = [await knownBy("eva@firm.example"), await knownBy("zoe@firm.example")];
  expect([eva.candidate.name, zoe.candidate.name]).toEqual(["Eva Eins", "Zoe Zwei"]);
  expect([eva.candidate.link, zoe.candidate.link]).toEqual([page, page]);
  expect(zoe.gate.permissions).toEqual({});
});

test("nor does a colleague without an address give her the consent that is not hers", async () => {
  const page = "https://later.example/team";
  await read(`Eva Eins,eva@later.example,${page},none,,`);
  const rows = ["Zoe Zwei", "Ute Drei"].map((name) => `${name},,${page},${consents}`);
  expect((await read(...rows)).counts).toMatchObject({ new: 2 });
  expect((await read(...rows)).counts).toMatchObject({ unchanged: 2 });
  const { candidate, gate } = await knownBy("eva@later.example");
  expect(candidate.name).toBe("Eva Eins");
  expect(gate.permissions).toEqual({});
});

test("a profile in the row of somebody of another name and address is left out", async () => {
  const page = "https://linkedin.com/in/eva-wrong";
  const view = await read(
    `Eva Eins,eva@wrong.example,${page},none,,`,
    `Zoe Zwei,zoe@wrong.example,${page},${consents}`,
  );
  expect(view.counts).toMatchObject({ new: 2 });
  expect(view.notes.map(({ code }) => code)).toEqual(["link_taken"]);
  expect((await knownBy("zoe@wrong.example")).candidate).not.toHaveProperty("link");
  await read(`Zoe Zwei,zoe2@wrong.example,${page},${consents}`);
  expect((await knownBy("eva@wrong.example")).gate.permissions).toEqual({});
});

test("her profile joins her two addresses when the name is the same", async () => {
  const page = "https://linkedin.com/in/mia-same";
  const { counts } = await read(
    `Mia Same,mia@same.example,${page},none,,`,
    `MIA SAME,mia2@same.example,${page},none,,`,
  );
  expect(counts).toMatchObject({ new: 1, updated: 1 });
  expect(await whose("mia2@same.example")).toBe(await whose("mia@same.example"));
});

test("forty people with one profile between them are forty", async () => {
  const page = "https://linkedin.com/in/recruiter";
  const rows = Array.from({ length: 40 }, (_, n) => `Person ${n},p${n}@forty.example,${page},none,,`);
  expect((await read(...rows)).counts).toMatchObject({ new: 40 });
});
