import { expect, test } from "vitest";
import { explained } from "../conformance/fidelity.ts";
import { openLocal } from "../conformance/local.ts";
import { cases, differences } from "../conformance/run.ts";

test("the local cloud answers the product's calls as AWS's documentation says", async () => {
  const place = await openLocal();
  const found = await differences(place).finally(place.close);
  expect(found).toEqual([]);
}, 60_000);

test("each case has a name of its own, and each row of docs/fidelity.md is about one", async () => {
  const names = cases.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of await explained()) expect(names).toContain(name);
});
