import fc from "fast-check";
import { expect, test } from "vitest";
import type { Recorded } from "../../packages/local/dynamodb/feed.ts";
import { createRecent } from "../../packages/local/dynamodb/recent.ts";

const at = (number: number) => String(number).padStart(21, "0");
const record = (number: number): Recorded => ({ at: at(number), text: `record ${number}` });

test("what it answers is what the feed would, or nothing", () => {
  const step = fc.record({
    /** A number is left out when its batch could not be written. */
    gap: fc.integer({ min: 0, max: 2 }),
    added: fc.integer({ min: 0, max: 900 }),
    back: fc.integer({ min: 0, max: 2000 }),
    limit: fc.integer({ min: 1, max: 100 }),
    trim: fc.boolean(),
  });
  let known = 0;
  const before = fc.integer({ min: 0, max: 5 });
  fc.assert(
    fc.property(before, fc.array(step, { minLength: 1 }), (earlier, steps) => {
      const recent = createRecent();
      // Records it was never told of, as those of an earlier run.
      let feed = Array.from({ length: earlier }, (_, index) => record(index + 1));
      let last = earlier;
      for (const { gap, added, back, limit, trim } of steps) {
        const records = Array.from({ length: added }, (_, index) => record(last + gap + index + 1));
        last += gap + added;
        feed = [...feed, ...records];
        recent.add(records);
        const from = at(Math.max(0, last - back));
        const told = recent.after(from, limit);
        const wanted = feed.filter((each) => each.at > from).slice(0, limit);
        if (told) expect(told).toEqual(wanted.map(({ text }) => text));
        if (told) known += 1;
        else if (recent.covers(from)) expect(wanted).toEqual([]);
        if (!trim) continue;
        feed = feed.filter((each) => each.at > from);
        recent.drop(from);
      }
    }),
    { numRuns: 200 },
  );
  expect(known).toBeGreaterThan(100);
});

test("who keeps up need not ask the feed, and nothing trimmed is kept", () => {
  const recent = createRecent();
  recent.add([record(8), record(9)]);
  expect(recent.after(at(7), 10)).toEqual(["record 8", "record 9"]);
  recent.drop(at(9));
  expect(recent.after(at(7), 10)).toBeUndefined();
  // What comes after 7 is gone: whoever waits for it would wait for ever.
  expect([recent.covers(at(7)), recent.covers(at(9))]).toEqual([false, true]);
  recent.add([record(10)]);
  expect(recent.after(at(9), 10)).toEqual(["record 10"]);
});
