import { beforeAll, expect, test } from "vitest";
import { Import } from "../../packages/core/import/index.ts";
import { peopleFile } from "../flows/support/people-file.ts";
import { bucket } from "./support/bucket.ts";
import { imported, mapped, readIn, uploaded } from "./support/imports.ts";
import { as, furnish } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
bucket(here);
beforeAll(furnish);

const byColumn = { ground: { by: "column" as const } };

async function started(file: Buffer): Promise<string> {
  const importId = await uploaded(file);
  const { revision } = await mapped(importId, byColumn);
  await as("recruiter", () => Import.start({ importId, revision }));
  return importId;
}

/** Time that is up after so many rows. */
const rowsOf = (count: number) => {
  let left = count;
  return () => (left-- > 0 ? 60_000 : 0);
};

test("cut off again and again, and read twice at once, every row is written and counted once", async () => {
  const { bytes, expected } = peopleFile({
    rows: 300,
    today: new Date(here.clock.ms()),
    domain: "again.example",
  });
  const importId = await started(bytes);
  const { parts } = await as("system", () => Import.prepare(importId));
  for (const part of parts)
    for (const time of [0, 1, 30, 70]) {
      const cut = as("system", () => Import.work(importId, part, rowsOf(time)));
      await expect(cut).rejects.toThrow();
    }
  const twice = parts.flatMap((part) => [part, part]);
  await Promise.allSettled(
    twice.map((part) => as("system", () => Import.work(importId, part, () => 60_000))),
  );
  const { counts, state, notes } = await readIn(importId);
  const { unchanged, rejected } = expected;
  expect({ ...counts, state }).toEqual({
    new: expected.new,
    updated: 0,
    unchanged,
    rejected,
    state: "finished",
  });
  expect(notes).toContainEqual(
    expect.objectContaining({ code: "needs_consent", count: expected.needsConsent }),
  );
  const added = await here.items({ type: "candidate.added" });
  expect(added).toHaveLength(expected.new);
  expect(await here.anomalies()).toEqual([]);
}, 60_000);

test("what changed people before the cut is still counted as changed", async () => {
  const rows = Array.from({ length: 40 }, (_, n) => `P ${n},p${n}@changed.example,${n}`);
  await imported(`Name,E-Mail,Position\n${rows.join("\n")}\n`);
  const later = rows.map((row) => row.replace(/,(\d+)$/, ",new $1"));
  const importId = await started(Buffer.from(`Name,E-Mail,Position,Grundlage\n${later.join("\n")}\n`));
  const { parts } = await as("system", () => Import.prepare(importId));
  for (const part of parts)
    await as("system", () => Import.work(importId, part, rowsOf(25))).catch(() => undefined);
  expect((await readIn(importId)).counts).toEqual({ new: 0, updated: 40, unchanged: 0, rejected: 0 });
});

test("a failed import goes on where it stopped", async () => {
  const { bytes, expected } = peopleFile({
    rows: 60,
    today: new Date(here.clock.ms()),
    domain: "failed.example",
  });
  const importId = await started(bytes);
  await as("system", () => Import.prepare(importId));
  await as("system", () => Import.work(importId, 0, rowsOf(20))).catch(() => undefined);
  await as("system", () => Import.fail(importId, 1, "States.Timeout"));
  await as("system", () => Import.fail(importId, 1, "States.Timeout"));
  const { state, failure, revision } = await as("recruiter", () => Import.one({ importId }));
  expect({ state, failure }).toEqual({ state: "failed", failure: "States.Timeout" });
  await as("recruiter", () => Import.start({ importId, revision }));
  expect((await readIn(importId)).counts).toMatchObject({ new: expected.new, rejected: expected.rejected });
});

test("a stale page can't start it a second time", async () => {
  const importId = await uploaded("Name,E-Mail\nAda,ada@once.example\n");
  const { revision } = await mapped(importId);
  await as("recruiter", () => Import.start({ importId, revision }));
  await expect(as("recruiter", () => Import.start({ importId, revision }))).rejects.toMatchObject({
    kind: "conflict",
  });
  await expect(as("viewer", () => Import.one({ importId }))).rejects.toMatchObject({ kind: "forbidden" });
});
