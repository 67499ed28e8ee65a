import { beforeAll, expect, test } from "vitest";
import { Facts } from "../../packages/core/facts/index.ts";
import { estimated, extrapolated } from "../../packages/core/segment/estimate.ts";
import { Segment } from "../../packages/core/segment/index.ts";
import { crowd } from "./support/crowd.ts";
import { as, furnish } from "./support/people.ts";
import { table } from "./support/table.ts";

table();

/** Numbers as from dice, the same on every run. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}

test.each([20, 300, 2000])(
  "of %i people one shard's interval holds the number in 90 of 100 drawings",
  (people) => {
    const holds = Array.from({ length: 100 }, (_, seed) => {
      const inShard = Array.from({ length: people }, (_, n) => Facts.shardOf(`cnd_${seed}_${n}`) === "07");
      const { low, high } = estimated(inShard.filter(Boolean).length);
      return low <= people && people <= high;
    });
    expect(holds.filter(Boolean).length).toBeGreaterThanOrEqual(90);
  },
);

test("nobody in a shard does not mean nobody; the number lies in its own interval", () => {
  expect(estimated(0)).toMatchObject({ count: 0, low: 0 });
  expect(estimated(0).high).toBeGreaterThan(60);
  for (let found = 0; found < 2000; found += 13) {
    const { low, count, high } = estimated(found);
    expect(low).toBeLessThanOrEqual(count);
    expect(count).toBeLessThanOrEqual(high);
    expect(low).toBeGreaterThanOrEqual(found);
  }
});

test("what is known of part of the people speaks for the others, and of all is exact", () => {
  expect(extrapolated(7, 10, 10)).toEqual({ count: 7, low: 7, high: 7, exact: true });
  const { count, low, high, exact } = extrapolated(400, 500, 5000);
  expect({ count, exact }).toEqual({ count: 4000, exact: false });
  expect(low).toBeGreaterThan(3700);
  expect(high).toBeLessThan(4300);
});

let people: readonly Facts.Info[] = [];
const SIZE = 1500;
const TAGS = 100;
beforeAll(async () => {
  await furnish();
  const roll = dice(1);
  const shares = Array.from({ length: TAGS }, () => roll());
  const tagged = () => shares.flatMap((share, tag) => (roll() < share ? [`t${tag}`] : []));
  people = await crowd(Array.from({ length: SIZE }, () => ({ profile: { tags: tagged() } })));
}, 60_000);

test(
  "of 100 rules over real people the estimate holds the exact count at least 90 times",
  () =>
    as("recruiter", async () => {
      let held = 0;
      for (let tag = 0; tag < TAGS; tag++) {
        const rule = {
          kind: "set" as const,
          fact: "tags" as const,
          op: "any_of" as const,
          values: [`t${tag}`],
        };
        const { match } = await Segment.preview({ rule, exact: false });
        const truth = people.filter(({ tags }) => tags.includes(`t${tag}`)).length;
        if (match.low <= truth && truth <= match.high) held++;
      }
      expect(held).toBeGreaterThanOrEqual(90);
    }),
  120_000,
);
