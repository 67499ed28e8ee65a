import { afterAll, beforeAll, expect, test } from "vitest";
import { begin, ended, mapFile } from "./support/import.ts";
import { everything } from "./support/log.ts";
import { acme } from "./support/organisation.ts";
import { peopleFile } from "./support/people-file.ts";
import { ofKind } from "./support/recount.ts";
import { type Recruiter, signIn } from "./support/recruiter.ts";
import { type World, world } from "./support/world.ts";

let here: World;
let ana: Recruiter;

beforeAll(async () => {
  here = await world();
  ana = await signIn(here, "ana");
  await ana.call("PUT", "/v1/organisation", { ...acme, revision: 0 });
});
afterAll(() => here.end());

test("people come in from a file as predicted, with progress, and are counted", async () => {
  const file = peopleFile({ rows: 600, today: new Date(here.clock.ms()) });
  const { expected } = file;
  const { importId, revision, preview, reading } = await mapFile(ana, file, { by: "column" });
  expect(reading).toMatchObject({ encoding: "utf-8", delimiter: ";", headerRow: 1, rows: expected.rows });
  expect(reading.columns.filter(({ proposed }) => proposed === "ignore")).toMatchObject([
    { header: "Interne Nummer" },
  ]);
  expect(preview).toMatchObject({
    valid: expected.rows - expected.rejected,
    withoutAddress: expected.withoutAddress,
    repeated: expected.unchanged,
  });

  const began = performance.now();
  expect((await begin(ana, importId, revision)).body).toMatchObject({ state: "running" });
  const done = await ended(ana, importId);
  const seconds = (performance.now() - began) / 1000;
  process.stdout.write(`import.test.ts: ${Math.round(expected.rows / seconds)} rows/s\n`);
  const { unchanged, rejected } = expected;
  expect(done.counts).toEqual({ new: expected.new, updated: 0, unchanged, rejected });
  await here.clock.settled();
  const items = await everything(here);
  expect(ofKind(items, "candidate")).toHaveLength(expected.new);
  const added = ofKind(items, "metric").filter(({ period }) => period === "all");
  expect(added.reduce((sum, one) => sum + Number(one.added ?? 0), 0)).toBe(expected.new);
}, 240_000);
