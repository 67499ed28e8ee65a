import { beforeAll, expect, test } from "vitest";
import { Import } from "../../packages/core/import/index.ts";
import { Storage } from "../../packages/core/storage/index.ts";
import { bucket } from "./support/bucket.ts";
import { mapped, readIn, uploaded } from "./support/imports.ts";
import { as, furnish } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
bucket(here);
beforeAll(furnish);

const HOUR_MS = 3_600_000;
const one = (importId: string) => as("recruiter", () => Import.one({ importId }));
const start = (importId: string, revision: number) =>
  as("recruiter", () => Import.start({ importId, revision }));

async function begun(file: string) {
  const importId = await uploaded(file);
  const { revision } = await mapped(importId);
  await start(importId, revision);
  await as("system", () => Import.prepare(importId));
  return importId;
}

test("an import whose workflow is gone can be begun again, and one that runs can't", async () => {
  const importId = await begun("Name,E-Mail\nAda,ada@stopped.example\n");
  const running = await one(importId);
  expect(running).not.toHaveProperty("stopped");
  await expect(start(importId, running.revision)).rejects.toMatchObject({ code: "import.running" });
  here.clock.forward(HOUR_MS);
  expect(await one(importId)).toMatchObject({ state: "running", stopped: true });
  expect(await start(importId, running.revision)).not.toHaveProperty("stopped");
  expect((await readIn(importId)).counts.new).toBe(1);
  expect(await here.items({ type: "import.started" })).toHaveLength(2);
});

test("a part that is gone fails the import instead of ending it without its people", async () => {
  const importId = await begun("Name,E-Mail\nBo,bo@stopped.example\n");
  await Storage.remove(`uploads/${importId}/parts/0`);
  await expect(readIn(importId)).rejects.toMatchObject({ code: "import.part_missing" });
  await as("system", () => Import.fail(importId, 1, "AppError"));
  const { revision } = await one(importId);
  await expect(start(importId, revision)).rejects.toMatchObject({ code: "import.no_file" });
});
