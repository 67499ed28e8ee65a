import fc from "fast-check";
import { expect, test } from "vitest";
import { dealt } from "../../packages/core/campaign/workers.ts";

const counts = fc
  .array(fc.nat(2000), { minLength: 1, maxLength: 16 })
  .map((people) => people.map((n, shard) => ({ shard, people: n })));

test("every shard goes to one worker, and no worker has much more than its part", () =>
  fc.assert(
    fc.property(counts, fc.integer({ min: 1, max: 16 }), (shards, workers) => {
      const hands = dealt(shards, workers);
      expect(hands.flat().sort((a, b) => a - b)).toEqual(shards.map(({ shard }) => shard));
      expect(hands.length).toBeLessThanOrEqual(workers);
      const sums = hands.map((hand) => hand.reduce((sum, shard) => sum + (shards[shard]?.people ?? 0), 0));
      const fullest = Math.max(...shards.map(({ people }) => people));
      const even = shards.reduce((sum, { people }) => sum + people, 0) / workers;
      expect(Math.max(...sums)).toBeLessThanOrEqual(even + fullest);
    }),
  ));
