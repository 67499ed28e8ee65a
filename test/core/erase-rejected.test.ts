import { beforeAll, expect, test } from "vitest";
import { Candidate } from "../../packages/core/candidate/index.ts";
import { Import } from "../../packages/core/import/index.ts";
import { bucket } from "./support/bucket.ts";
import { imported, mapped, rejectedFile, uploaded } from "./support/imports.ts";
import { intercept, outage } from "./support/intercept.ts";
import { as, furnish } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
bucket(here);
beforeAll(furnish);

const byColumn = { ground: { by: "column" as const } };
const HEADER = "Name,E-Mail,Firma,Rechtsgrundlage\n";

async function erase(name: string): Promise<string> {
  const [item] = await here.items({ __edb_e__: "candidate", name });
  const candidateId = String(item?.candidateId);
  await as("recruiter", () => Candidate.eraseFor({ candidateId, confirm: name }));
  return candidateId;
}
/** What the bus does when it hears of her erasure; twice, as it may. */
async function heard(candidateId: string) {
  for (const _ of [1, 2]) await as("system", () => Import.forget(candidateId));
}
/** Rows that are rejected: consent without a date. */
const row = (name: string, ...cells: string[]) => `${[name, ...cells].join(",")},Einwilligung\n`;

test("who was erased before is not kept either in a row that is rejected for another reason", async () => {
  await imported(`${HEADER}Erna Weg,erna@weg.example,,\nErika Weg,,Acme,\n`);
  await imported("Name,Profil\nEdda Weg,linkedin.com/in/edda-weg\n");
  for (const name of ["Erna Weg", "Erika Weg", "Edda Weg"]) await erase(name);
  const rows = [
    row("E. W.", "erna@weg.example", ""),
    row("Erika Weg", "", "Acme"),
    row("Edda", "", "https://www.linkedin.com/in/Edda-Weg/"),
    row("E. Weg", "", "mail to <ERNA@weg.example>"),
    row("Bo Bleibt", "bo@stays.example", ""),
  ];
  const { importId, rejections } = await imported(HEADER + rows.join(""), byColumn);
  const text = await rejectedFile(importId);
  expect(text).not.toMatch(/weg|erika|edda|E\. W/i);
  expect(text).toContain('"Bo Bleibt","bo@stays.example"');
  expect(text.match(/Row \d: This person asked to be erased/g)).toHaveLength(4);
  expect(rejections).toMatchObject([
    { code: "erased", rows: [2, 3, 4, 5] },
    { code: "consent_incomplete", rows: [6] },
  ]);
  expect(JSON.stringify(await here.items({ __edb_e__: "importRow", importId }))).not.toMatch(/weg|erika/i);
});

test("who is erased after an import leaves the rows that it kept, whichever file somebody saved meanwhile", async () => {
  await imported(`${HEADER}Ida Fort,ida@fort.example,,\nIlse Fort,,Fort GmbH,\n`);
  const kept = await imported(
    HEADER +
      [
        row("Ida Fort", "ida@fort.example", ""),
        row("Ilse Fort", "", "Fort GmbH"),
        row("Bo", "bo@stays.example", ""),
      ].join(""),
    byColumn,
  );
  expect(await rejectedFile(kept.importId)).toMatch(/Ida Fort[\s\S]*Ilse Fort/);
  const { url } = await as("recruiter", () => Import.rejected({ importId: kept.importId }));
  const ida = await erase("Ida Fort");
  await heard(ida);
  expect((await fetch(url)).status).toBe(404);
  const text = await rejectedFile(kept.importId);
  expect(text).not.toMatch(/ida/i);
  expect(text).toContain("Row 2: This person asked to be erased");
  expect(text).toContain('"Ilse Fort"');
  await heard(await erase("Ilse Fort"));
  expect(await rejectedFile(kept.importId)).not.toMatch(/ilse|fort/i);
  expect(await rejectedFile(kept.importId)).toContain('"Bo","bo@stays.example"');
  expect(await here.items({ __edb_e__: "erasure", candidateId: ida })).toEqual([]);
});

test("cut short, it is done again", async () => {
  await imported(`${HEADER}Ute Halb,ute@halb.example,,\n`);
  const { importId } = await imported(HEADER + row("Ute Halb", "ute@halb.example", ""), byColumn);
  const candidateId = await erase("Ute Halb");
  const cut = await intercept(
    ({ name, text }) => name === "UpdateItemCommand" && text.includes("blanked"),
    outage,
    () => as("system", () => Import.forget(candidateId)),
  );
  expect(cut.status).toBe("rejected");
  await heard(candidateId);
  expect(await rejectedFile(importId)).not.toMatch(/ute/i);
  expect(await here.items({ __edb_e__: "importTrace", importId })).toEqual([]);
});

test("erased between the reading of a part and the keeping of its rows, she is not kept", async () => {
  await imported(`${HEADER}Ria Knapp,ria@knapp.example,,\n`);
  const importId = await uploaded(HEADER + row("Ria Knapp", "ria@knapp.example", ""));
  const { revision } = await mapped(importId, byColumn);
  await as("recruiter", () => Import.start({ importId, revision }));
  await as("system", () => Import.prepare(importId));
  await intercept(
    ({ name, text }) => name === "PutItemCommand" && text.includes("importtrace"),
    async (send) => {
      await heard(await erase("Ria Knapp"));
      return send();
    },
    () => as("system", () => Import.work(importId, 0, () => 60_000)),
  );
  await as("system", () => Import.finish(importId));
  expect(await rejectedFile(importId)).not.toMatch(/ria|knapp/i);
});

test("the rows go after a month by themselves", async () => {
  const { importId } = await imported(HEADER + row("Mo", "mo@month.example", ""), byColumn);
  const [kept] = await here.items({ __edb_e__: "importRow", importId });
  expect(Number(kept?.expiresAt) * 1000 - here.clock.ms()).toBeCloseTo(30 * 86_400_000, -4);
  here.clock.forward(31 * 86_400_000);
  await expect(rejectedFile(importId)).rejects.toMatchObject({ code: "import.expired" });
});
