import { beforeAll, expect, test } from "vitest";
import { Import } from "../../packages/core/import/index.ts";
import { Storage } from "../../packages/core/storage/index.ts";
import { peopleFile } from "../flows/support/people-file.ts";
import { bucket } from "./support/bucket.ts";
import { imported, mapped, rejectedFile, uploaded } from "./support/imports.ts";
import { as, furnish } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
bucket(here);
beforeAll(furnish);

/** Everything in the table that is not about imports themselves. */
async function kept(): Promise<string[]> {
  const all = await here.items({});
  const people = all.filter(
    ({ __edb_e__, type }) => !/^import/.test(String(__edb_e__)) && !/^import/.test(String(type)),
  );
  return people.map((item) => JSON.stringify(item)).sort();
}

const byColumn = { ground: { by: "column" as const } };

test("every row becomes what it should, and the same file again writes nothing", async () => {
  const { bytes, expected } = peopleFile({ rows: 400, today: new Date(here.clock.ms()) });
  const { preview } = await mapped(await uploaded(bytes), byColumn);
  expect(preview).toMatchObject({
    rows: expected.rows,
    valid: expected.rows - expected.rejected,
    withoutAddress: expected.withoutAddress,
    repeated: expected.unchanged,
  });

  const first = await imported(bytes, byColumn);
  const { unchanged, rejected } = expected;
  expect(first.counts).toEqual({ new: expected.new, updated: 0, unchanged, rejected });
  const said = Object.fromEntries(first.notes.map(({ code, count }) => [code, count]));
  expect(said).toEqual({ second_taken: expected.secondTaken, needs_consent: expected.needsConsent });
  expect(await here.anomalies()).toEqual([]);

  const before = await kept();
  const second = await imported(bytes, byColumn);
  expect(second.counts).toEqual({ new: 0, updated: 0, unchanged: expected.rows - rejected, rejected });
  expect(await kept()).toEqual(before);
}, 60_000);

test("the same people in another encoding are the same people", async () => {
  const today = new Date(here.clock.ms());
  const { bytes, expected } = peopleFile({ rows: 400, today, encoding: "windows-1252" });
  const { counts } = await imported(bytes, byColumn);
  // What Windows-1252 can't write is another name.
  expect(counts).toMatchObject({ new: 0, rejected: expected.rejected });
  expect(counts.unchanged).toBeGreaterThan(expected.rows * 0.8);
}, 60_000);

test("what was rejected comes back with its reason, can be corrected and read in", async () => {
  const file =
    'Vorname;Nachname;E-Mail;Position\r\n"=HYPERLINK(""x"")";Ganz;ida@;"a;\nb"\r\n;;kim@new.example;\r\n';
  const { importId, counts } = await imported(file);
  expect(counts).toEqual({ new: 0, updated: 0, unchanged: 0, rejected: 2 });
  const text = await rejectedFile(importId);
  expect(text).toBe(
    '\ufeff"Reason";"Vorname";"Nachname";"E-Mail";"Position"\r\n' +
      '"The e-mail address is not one. Correct it, or empty the cell.";"\'=HYPERLINK(""x"")";"Ganz";"ida@";"a;\nb"\r\n' +
      '"There is no name. Add one.";"";"";"kim@new.example";""\r\n',
  );
  const corrected = text.replace('"ida@"', '"ida@new.example"').replace('"";"";"kim', '"Kim";"";"kim');
  expect((await imported(corrected)).counts).toEqual({ new: 2, updated: 0, unchanged: 0, rejected: 0 });
  expect(await here.items({ name: '=HYPERLINK("x") Ganz', __edb_e__: "candidate" })).toHaveLength(1);
});

test("the file and its parts are gone when it is read in", async () => {
  const { importId } = await imported("Name,E-Mail\nAda,ada@gone.example\n");
  await expect(mapped(importId)).rejects.toMatchObject({ code: "import.no_file" });
});

test("a file that nobody was read from can be taken away, and nothing of it stays", async () => {
  const importId = await uploaded("Name,E-Mail\nAda,ada@away.example\n");
  const { revision } = await mapped(importId);
  await as("recruiter", () => Import.remove({ importId, revision }));
  await expect(mapped(importId)).rejects.toMatchObject({ code: "import.missing" });
  await expect(Storage.read(`uploads/${importId}/file`)).resolves.toBeUndefined();
});
