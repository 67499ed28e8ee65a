import fc from "fast-check";
import { expect, test } from "vitest";
import { CLOSING_MS, LEASE_MS, look, oversleeps, SETTLING_MS } from "../../packages/core/campaign/wake.ts";
import { Model } from "./support/wake-model.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** An event that went to the dead letters, and then two looks with all that may come in between. */
const PATIENCE_MS = 2 * LEASE_MS + 10 * MINUTE_MS;

const now = Date.parse("2026-03-02T09:00:00Z");
const at = (ms: number) => new Date(now + ms).toISOString();
const running = { state: "running" as const };

type Act = (model: Model) => void;
const join: Act = (model) => model.join();
/** Small gaps decide races, large ones decide whether a day is lost. */
const passing = (most: number) => fc.nat(most).map<Act>((ms) => (model) => model.pass(ms));
const gap = fc.oneof(passing(2000), passing(2 * MINUTE_MS), passing(2 * DAY_MS));
const holding = fc.nat(2 * HOUR_MS).map<Act>((ms) => (model) => model.hold(ms));
const calm = fc.oneof({ weight: 3, arbitrary: fc.constant(join) }, { weight: 3, arbitrary: gap });

/** A run of the model whose delays follow from a seed, so that a failure can be told again. */
function play(seed: number, acts: readonly Act[]): Model {
  let state = seed;
  const model = new Model((most) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * (most + 1));
  });
  for (const act of acts) act(model);
  return model;
}

test("whoever joins, whenever, is met soon: no wake-up is lost between two looks", () => {
  fc.assert(
    fc.property(fc.nat(), fc.array(calm, { maxLength: 30 }), (seed, acts) => {
      const model = play(seed, acts);
      while (model.unmet().length > 0 && model.now - model.troubledAt() <= PATIENCE_MS) model.pass(MINUTE_MS);
      expect(model.joiners.filter((one) => model.waited(one) > PATIENCE_MS)).toEqual([]);
    }),
    { numRuns: 3000 },
  );
});

test("while SES makes it wait nobody is forgotten either", () => {
  fc.assert(
    fc.property(fc.nat(), fc.array(fc.oneof(calm, holding), { maxLength: 30 }), (seed, acts) => {
      const model = play(seed, acts);
      model.pass(2 * HOUR_MS + PATIENCE_MS);
      expect(model.unmet()).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test("an execution that is gone is replaced for the next who joins, and all who waited are met with her", () => {
  const abort: Act = (model) => model.abort();
  fc.assert(
    fc.property(fc.nat(), fc.array(fc.oneof(calm, fc.constant(abort)), { maxLength: 30 }), (seed, acts) => {
      const model = play(seed, acts);
      model.pass(PATIENCE_MS);
      model.join();
      model.pass(PATIENCE_MS);
      expect(model.unmet()).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test("a day in which nobody is due costs one look, which leaves the campaign asleep", () => {
  const first = look({ ...running, awakeUntil: at(LEASE_MS) }, [], 0, now);
  expect(first).toEqual({
    next: "sleep",
    until: now + SETTLING_MS,
    quiet: 1,
    says: { wakeAt: at(DAY_MS) },
  });
  const second = look({ ...running, wakeAt: at(DAY_MS) }, [], 1, now + SETTLING_MS);
  expect(second).toEqual({ next: "sleep", until: now + DAY_MS, quiet: 2 });
  const daily = look({ ...running, wakeAt: at(DAY_MS) }, [], 2, now + DAY_MS);
  const says = { wakeAt: at(2 * DAY_MS) };
  expect(daily).toEqual({ next: "sleep", until: now + 2 * DAY_MS, quiet: 3, says });
});

test("a sleep shorter than an index may lag proves nothing", () => {
  const heads = [{ shard: 3, dueAt: at(30_000) }];
  const seen = look({ ...running, awakeUntil: at(LEASE_MS) }, heads, 0, now);
  expect(seen).toEqual({ next: "sleep", until: now + 30_000, quiet: 0, says: { wakeAt: at(30_000) } });
});

test("it stays awake through a hold of seconds, so that nobody who joins wakes it in vain", () => {
  const held = { ...running, notBefore: at(10_000), awakeUntil: at(LEASE_MS) };
  const seen = look(held, [{ shard: 3, dueAt: at(0) }], 0, now);
  expect(seen).toEqual({ next: "sleep", until: now + 10_000, quiet: 0 });
});

test("a stopped campaign looks once more after five minutes before it is done", () => {
  const stopped = { state: "stopped" as const };
  expect(look(stopped, [], 0, now)).toEqual({ next: "sleep", until: now + CLOSING_MS, quiet: 1 });
  expect(look(stopped, [{ shard: 3, dueAt: at(DAY_MS) }], 1, now, 1)).toEqual({
    next: "advance",
    shards: [3],
  });
  expect(look(stopped, [], 1, now, 1)).toEqual({ next: "done" });
});

test("so does one that nobody can enter any more and nobody is in; one that people may enter sleeps on", () => {
  const segmentId = `seg_${"0".repeat(26)}`;
  const once = { ...running, entry: { kind: "segment" as const, segmentId, mode: "once" as const } };
  const says = { wakeAt: at(CLOSING_MS) };
  const closed = { ...once, enrolledAt: at(0) };
  expect(look(closed, [], 0, now)).toEqual({ next: "sleep", until: now + CLOSING_MS, quiet: 1, says });
  expect(look(closed, [], 3, now, 1)).toEqual({ next: "done" });
  expect(look(closed, [{ shard: 3, dueAt: at(DAY_MS) }], 3, now, 1)).toMatchObject({ next: "sleep" });
  for (const open of [once, { ...closed, entry: { ...once.entry, mode: "continuing" as const } }])
    expect(look(open, [], 3, now, 1)).toMatchObject({ next: "sleep", says: { wakeAt: at(DAY_MS) } });
});

test("a workflow at work is left alone until its lease has run out", () => {
  expect(oversleeps({ ...running, awakeUntil: at(1) }, at(0), now)).toBe(false);
  expect(oversleeps({ ...running, awakeUntil: at(0) }, at(0), now)).toBe(true);
  expect(oversleeps(running, at(0), now)).toBe(true);
  expect(oversleeps({ state: "paused" }, at(0), now)).toBe(false);
});

test("while the campaign may not send anyhow, nobody wakes it before it may", () => {
  const held = { ...running, notBefore: at(HOUR_MS) };
  expect(oversleeps({ ...held, wakeAt: at(HOUR_MS) }, at(0), now)).toBe(false);
  expect(oversleeps({ ...held, wakeAt: at(DAY_MS) }, at(0), now)).toBe(true);
  expect(oversleeps({ ...running, wakeAt: at(HOUR_MS) }, at(0), now)).toBe(true);
});
