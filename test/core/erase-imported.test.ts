import { beforeAll, expect, test } from "vitest";
import { Candidate } from "../../packages/core/candidate/index.ts";
import { Import } from "../../packages/core/import/index.ts";
import { bucket } from "./support/bucket.ts";
import { imported, mapped, readIn, rejectedFile, uploaded } from "./support/imports.ts";
import { as, furnish, whose } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
bucket(here);
beforeAll(furnish);

async function idOf(name: string): Promise<string> {
  const [item] = await here.items({ __edb_e__: "candidate", name });
  return String(item?.candidateId);
}

async function erase(name: string) {
  const candidateId = await idOf(name);
  await as("recruiter", () => Candidate.eraseFor({ candidateId, confirm: name }));
  return candidateId;
}

test("somebody without address or profile does not come back by the same file", async () => {
  const file = "Name,Firma,Ort\nHilde Ohnepost,Acme,Leipzig\n";
  expect((await imported(file)).counts.new).toBe(1);
  await erase("Hilde Ohnepost");
  const again = await imported(file);
  expect(again.counts).toMatchObject({ new: 0, rejected: 1 });
  expect(again.rejections).toMatchObject([{ code: "erased" }]);
});

test("erased between two readings of a part, she does not come back, and the import ends", async () => {
  const importId = await uploaded("Name,Firma,Ort\nHanna Halb,Acme,Leipzig\n");
  const { revision } = await mapped(importId);
  await as("recruiter", () => Import.start({ importId, revision }));
  await as("system", () => Import.prepare(importId));
  await expect(as("system", () => Import.work(importId, 0, () => 0))).rejects.toThrow();
  await erase("Hanna Halb");
  expect(await readIn(importId)).toMatchObject({ state: "finished", counts: { new: 0, rejected: 1 } });
});

test("her row is not kept for correction, only its number and why", async () => {
  const file = "Name,E-Mail\nErna Weg,erna@weg.example\nBad,no address\n";
  await imported("Name,E-Mail\nErna Weg,erna@weg.example\n");
  await erase("Erna Weg");
  const { importId } = await imported(file);
  const rejected = await rejectedFile(importId);
  expect(rejected).not.toMatch(/erna/i);
  expect(rejected).toContain("Row 2: This person asked to be erased");
  expect(rejected).toContain('"Bad","no address"');
});

test("a row that has an erased address anywhere is rejected", async () => {
  await imported("Name,E-Mail\nElla Weg,ella@weg.example\n");
  await erase("Ella Weg");
  const row = "Name,E-Mail,Zweite E-Mail\nElla Weg,ella2@weg.example,ella@weg.example\n";
  expect((await imported(row)).counts).toMatchObject({ new: 0, rejected: 1 });
});

test("what an import said of where her data is from does not outlast her in the ledger", async () => {
  const header = "Name,E-Mail,Land,Quelle,Einwilligung am,Ort der Einwilligung\n";
  const row = "Lea Dger,led@x.example,FR,Tip by Max Mustermann,2026-02-01,Kitchen of Max Mustermann\n";
  await imported(header + row, { ground: { by: "consent" } });
  const candidateId = await erase("Lea Dger");
  expect(JSON.stringify(await here.items({ __edb_e__: "consent", candidateId }))).not.toContain("Mustermann");
  expect(await here.items({ __edb_e__: "consent", candidateId })).toMatchObject([{ ground: "consent" }]);
});

test("somebody has at most twenty addresses, and can be erased with all of them", async () => {
  const rows = Array.from({ length: 12 }, (_, row) => {
    const seconds = [1, 2, 3, 4].map((at) => `m${row}.${at}@many.example`).join(" ");
    return `Mara Many,mara@many.example,${seconds}`;
  });
  const { notes } = await imported(`Name,E-Mail,Zweite E-Mail\n${rows.join("\n")}\n`);
  const candidateId = await whose("mara@many.example");
  const addresses = () => here.items({ __edb_e__: "address", candidateId });
  expect(await addresses()).toHaveLength(20);
  expect(notes).toContainEqual(expect.objectContaining({ code: "too_many_addresses" }));
  await erase("Mara Many");
  expect(await addresses()).toEqual([]);
  expect(await here.items({ __edb_e__: "guard", candidateId })).toEqual([]);
});
