import { beforeAll, expect, test } from "vitest";
import type { Rule } from "../../packages/core/rule/index.ts";
import { Segment } from "../../packages/core/segment/index.ts";
import { calls } from "./support/calls.ts";
import { crowd } from "./support/crowd.ts";
import { as, furnish } from "./support/people.ts";
import { table } from "./support/table.ts";

table();
beforeAll(async () => {
  await furnish();
  await crowd([
    ...Array.from({ length: 300 }, () => ({ profile: { tags: ["many"] } })),
    ...Array.from({ length: 300 }, () => ({ profile: { tags: ["many"] }, hasAddress: false })),
    ...Array.from({ length: 300 }, () => ({ profile: { tags: ["other"] } })),
  ]);
});

const tagged: Rule.Info = { kind: "set", fact: "tags", op: "any_of", values: ["many"] };
const quiet: Rule.Info = { kind: "not", rule: { kind: "happened", what: "contacted", days: 90 } };
const cost = (rule: Rule.Info, exact: boolean) =>
  as("recruiter", () => calls(() => Segment.preview({ rule, exact })));

test("an estimate reads one shard, and gates of some of it", async () => {
  const { QueryCommand = 0, keys = 0 } = await cost(tagged, false);
  // The shard, the forms and the colleagues that values are named after.
  expect(QueryCommand).toBe(3);
  expect(keys).toBeLessThan(60);
});

test("an exact count reads each shard once, and gates only of those who may be written to", async () => {
  const { QueryCommand = 0, keys = 0 } = await cost(tagged, true);
  // The 64 shards, the other segments, forms and colleagues.
  expect(QueryCommand).toBe(67);
  expect(keys).toBeGreaterThanOrEqual(300);
  expect(keys).toBeLessThanOrEqual(300 + 6);
});

test("a rule about what happened reads gates of those whom the rest lets through, or one line alone keeps out", async () => {
  const { keys = 0 } = await cost({ kind: "all", rules: [tagged, quiet] }, true);
  expect(keys).toBeGreaterThanOrEqual(900);
  expect(keys).toBeLessThanOrEqual(900 + 6);
  const cheap = { kind: "set" as const, fact: "tags" as const, op: "any_of" as const, values: ["nobody"] };
  const { keys: none = 0 } = await cost({ kind: "all", rules: [tagged, cheap, quiet] }, true);
  expect(none).toBeLessThanOrEqual(600);
});
