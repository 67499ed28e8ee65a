import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openDisk } from "../../packages/local/dynamodb/disk.ts";
import { lagging, lagWith } from "../../packages/local/faults/lag.ts";

const RANGE = { gte: "index~gsi4~", lt: "index~gsi4~\uffff" };

test("an index shows what was there some time ago; items are as they are", async () => {
  const path = await mkdtemp(join(tmpdir(), "perennial-lag-"));
  const clock = { now: 0, ms: () => clock.now };
  lagWith({ seed: 3, most: 2000, clock });
  const disk = lagging(await openDisk(path));
  onTestFinished(async () => {
    lagWith({ seed: 0, most: 0, clock });
    await disk.close();
    await rm(path, { recursive: true });
  });
  const put = (key: string, value: string) => disk.batch([{ type: "put", key, value }]);
  const rows = () => disk.values(RANGE).all();
  await put("index~gsi4~a", "a1");
  await put("index~gsi4~b", "b1");
  clock.now = 10_000;
  expect(await rows()).toEqual(["a1", "b1"]);
  await put("index~gsi4~a", "a2");
  await put("item~a", "a2");
  await disk.batch([{ type: "del", key: "index~gsi4~b" }]);
  await put("index~gsi4~c", "c1");

  // The lag differs from moment to moment; within two seconds it is over.
  const seen = new Set<string>();
  for (let ms = 0; ms < 2000; ms += 100) {
    clock.now = 10_000 + ms;
    seen.add((await rows()).join());
    expect(await disk.values({ gte: "item~", lt: "item~\uffff" }).all()).toEqual(["a2"]);
  }
  expect([...seen].sort()).toEqual(["a1,b1", "a2,c1"]);
  clock.now = 12_000;
  expect(await disk.values({ ...RANGE, reverse: true, limit: 1 }).all()).toEqual(["c1"]);
});
