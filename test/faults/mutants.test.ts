import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { INVARIANTS } from "./invariants/index.ts";
import { MUTANTS } from "./mutants/mutants.ts";
import { mutate } from "./mutants/mutate.ts";

const root = join(import.meta.dirname, "../..");

test.each(Object.entries(MUTANTS))(
  "the sources still hold what %s takes away",
  async (_name, { patches, breaks }) => {
    const names = INVARIANTS.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining([...breaks]));
    for (const [file, its] of Map.groupBy(patches, ({ file }) => file)) {
      const source = await readFile(join(root, file), "utf8");
      expect(mutate(source, its)).not.toBe(source);
    }
  },
);

test("a mutant whose text is not there just once says so", () => {
  const patch = { file: "a.ts", find: "claim", put: "" };
  expect(() => mutate("nothing", [patch])).toThrow("a.ts");
  expect(() => mutate("claim claim", [patch])).toThrow("a.ts");
});
