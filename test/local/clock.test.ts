import { afterEach, beforeEach, expect, test } from "vitest";
import type { Service } from "../../packages/local/service.ts";
import { type Machine, openMachine } from "./machine.ts";

const MINUTE = 60_000;
let machine: Machine;
beforeEach(async () => {
  machine = await openMachine();
});
afterEach(() => machine.remove());

/** A service with things due at certain instants, each of which takes a few looks to be done. */
function diary(due: number[], more: Pick<Service, "housekeeping"> = {}) {
  const done: number[] = [];
  let looks = 0;
  const service: Service = {
    nextDue: async () => due[0],
    async idle() {
      const [next] = due;
      if (next === undefined || next > machine.clock.ms()) return true;
      looks += 1;
      if (looks % 3 === 0) done.push(due.shift() ?? 0);
      return false;
    },
    stop: async () => undefined,
    ...more,
  };
  machine.clock.watch(service);
  return done;
}

test("stops at each thing due on the way, until everything is done", async () => {
  const now = machine.clock.ms();
  const first = diary([now + 10 * MINUTE, now + 30 * MINUTE, now + 90 * MINUTE]);
  const second = diary([now + 20 * MINUTE]);
  await machine.clock.moveTo(now + 60 * MINUTE);
  expect(first).toEqual([now + 10 * MINUTE, now + 30 * MINUTE]);
  expect(second).toEqual([now + 20 * MINUTE]);
  expect(machine.clock.ms()).toBeGreaterThanOrEqual(now + 60 * MINUTE);
});

test("goes to the next thing due, over housekeeping, which is done on the way", async () => {
  const now = machine.clock.ms();
  const kept = diary([now + MINUTE, now + 2 * MINUTE, now + 60 * MINUTE], { housekeeping: true });
  expect(await machine.clock.toNextDue()).toBeUndefined();
  expect(kept).toEqual([]);
  diary([now + 30 * MINUTE]);
  expect(await machine.clock.toNextDue()).toBe(now + 30 * MINUTE);
  expect(kept).toEqual([now + MINUTE, now + 2 * MINUTE]);
});

test("never goes back, and keeps its place over a restart", async () => {
  const later = machine.clock.ms() + 90 * MINUTE;
  await machine.clock.moveTo(later);
  await machine.clock.moveTo(later - 80 * MINUTE);
  expect(machine.clock.ms()).toBeGreaterThanOrEqual(later);
  await machine.close();
  machine = await openMachine(machine.dir);
  expect(machine.clock.ms()).toBeGreaterThanOrEqual(later);
  expect(Date.parse(machine.clock.iso())).toBeGreaterThanOrEqual(later);
});
