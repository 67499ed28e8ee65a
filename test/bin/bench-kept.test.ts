import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { before, type Kept, keep, keptIn, type Setting } from "../bench/kept.ts";
import { outcomeOf } from "../bench/sample.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "perennial-results-"));
});
afterEach(() => rm(folder, { recursive: true }));

const setting: Setting = {
  at: "2026-12-01T09:00:00.000Z",
  commit: "abc1234",
  node: "24.0.0",
  machine: { cpu: "a processor", cores: 2, platform: "linux x64" },
  calibration: 1_000_000,
};
const signup = outcomeOf("signup", [
  { name: "signup", value: 131.2345, parts: { "ms of CPU each": 12.01239 } },
  { name: "signup", value: 90, parts: { "ms of CPU each": 20 } },
  { name: "signup", value: 150, parts: { "ms of CPU each": 10 } },
]);

test("a figure is the middle of its measurements, and so is each of its parts", () => {
  expect(signup).toEqual({
    ...{ name: "signup", key: "signup", unit: "1/s", value: 131.2345 },
    parts: { "ms of CPU each": 12.01239 },
  });
});

test("with another number of people than usual a figure is one of its own", () => {
  const keys = [undefined, 10_000, 500].map((people) => outcomeOf("lists", [], people).key);
  expect([...keys, outcomeOf("campaign", [], 1000).key]).toEqual([
    "lists",
    "lists",
    "lists@500",
    "campaign@1000",
  ]);
});

test("results are written under date and commit, with the machine", async () => {
  const name = await keep(folder, setting, [signup]);
  expect(name).toBe("2026-12-01-abc1234.json");
  const text = await readFile(join(folder, name), "utf8");
  expect(JSON.parse(text)).toEqual({
    ...setting,
    figures: { signup: { value: 131.2, unit: "1/s", parts: { "ms of CPU each": 12.01 } } },
  });
});

test("what the same commit measures later goes beside it, also after midnight", async () => {
  await keep(folder, setting, [signup]);
  const later = { ...setting, at: "2026-12-02T00:10:00.000Z", calibration: 1_050_000 };
  const lists = outcomeOf("lists", [{ name: "lists", value: 40 }]);
  expect(await keep(folder, later, [lists])).toBe("2026-12-01-abc1234.json");
  const all = await keptIn(folder);
  expect(all.map(({ figures }) => Object.keys(figures))).toEqual([["signup", "lists"]]);
});

test("nothing goes beside figures of another machine, or of this one when it was quiet", async () => {
  await keep(folder, setting, [signup]);
  const busy = { ...setting, calibration: 800_000 };
  await expect(before(folder, busy)).rejects.toThrow("one core is 0.80 times this");
  const other = { ...setting, machine: { ...setting.machine, cores: 8 } };
  await expect(before(folder, other)).rejects.toThrow("2026-12-01-abc1234.json");
  expect(await before(folder, { ...busy, commit: "def5678" })).toBeUndefined();
});

test("results are read oldest first, whatever their commits are called", async () => {
  await keep(folder, { ...setting, commit: "fff" }, [signup]);
  await keep(folder, { ...setting, commit: "aaa", at: "2026-12-01T11:00:00.000Z" }, [signup]);
  expect((await keptIn(folder)).map(({ commit }: Kept) => commit)).toEqual(["fff", "aaa"]);
  expect(await keptIn(join(folder, "none"))).toEqual([]);
});
