import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Schedule } from "../../infra/schedules.ts";
import { planOf } from "../../packages/local/scheduler/expression.ts";
import { type Scheduler, startScheduler } from "../../packages/local/scheduler/index.ts";
import { type Machine, openMachine } from "./machine.ts";

const HOUR = 3_600_000;
const hourly = { name: "ripen", expression: "rate(1 hour)", function: "ripen" } as const;
const nightly = { name: "reconcile", expression: "cron(30 3 * * ? *)", function: "reconcile" } as const;

let machine: Machine;
let scheduler: Scheduler;
let runs: { name: string; event: unknown }[];
let fails: number;

async function start(left?: string, schedules: readonly Schedule[] = [hourly, nightly]) {
  machine = await openMachine(left);
  const invoke = async (name: string, event: unknown) => {
    runs.push({ name, event });
    fails -= 1;
    if (fails >= 0) throw new Error("down");
  };
  scheduler = await startScheduler({ schedules, invoke, ...machine });
  machine.clock.watch(scheduler);
}
const names = () => runs.map(({ name }) => name);

beforeEach(async () => {
  runs = [];
  fails = 0;
  await start();
});
afterEach(async () => {
  await scheduler.stop();
  await machine.remove();
});

test("the clock stops for every run on its way", async () => {
  const began = machine.clock.ms();
  await machine.clock.moveTo(began + 24 * HOUR);
  expect(names().filter((name) => name === "ripen")).toHaveLength(24);
  expect(names().filter((name) => name === "reconcile")).toHaveLength(1);
  expect(runs.find(({ name }) => name === "ripen")?.event).toMatchObject({
    source: "aws.scheduler",
    "detail-type": "Scheduled Event",
    resources: ["arn:aws:scheduler:us-east-1:000000000000:schedule/default/ripen"],
  });
});

test("never runs for its own sake when the clock goes to the next thing due", async () => {
  expect(await machine.clock.toNextDue()).toBeUndefined();
  expect(runs).toEqual([]);
});

test("remembers its last run over a restart, and makes up for missed runs once", async () => {
  await scheduler.stop();
  await machine.close();
  const off = await openMachine(machine.dir);
  await off.clock.moveTo(off.clock.ms() + 5 * HOUR);
  await off.close();
  await start(machine.dir);
  await machine.clock.settled();
  expect(names().filter((name) => name === "ripen")).toEqual(["ripen"]);
  expect(scheduler.list()[0]?.next).toBeGreaterThan(machine.clock.ms());
});

test("tries a failing run three times, then waits for the next", async () => {
  await scheduler.stop();
  await machine.remove();
  await start(undefined, [hourly]);
  fails = 3;
  await machine.clock.moveTo((scheduler.list()[0]?.next ?? 0) + 10 * 60_000);
  expect(names().filter((name) => name === "ripen")).toHaveLength(3);
  expect(scheduler.list()[0]?.next).toBeGreaterThan(machine.clock.ms() + 40 * 60_000);
});

describe("expressions", () => {
  const from = Date.parse("2026-01-01T00:00:00Z");
  test.each([
    ["rate(5 minutes)", "2026-01-01T00:05:00.000Z"],
    ["rate(1 day)", "2026-01-02T00:00:00.000Z"],
    ["cron(30 3 * * ? *)", "2026-01-01T03:30:00.000Z"],
    ["cron(0 8 ? * 2 *)", "2026-01-05T08:00:00.000Z"],
    ["cron(0 8 ? * MON-FRI *)", "2026-01-01T08:00:00.000Z"],
    ["cron(0/15 10 L * ? *)", "2026-01-31T10:00:00.000Z"],
    ["cron(0 9 ? * 3#2 2027)", "2027-01-12T09:00:00.000Z"],
  ])("%s", (expression, next) => {
    expect(new Date(planOf(expression).next(from) ?? 0).toISOString()).toBe(next);
  });
  test.each([
    "rate(1 hours)",
    "rate(5 minute)",
    "rate(0 minutes)",
    "cron(0 8 * * * *)",
    "cron(0 8 * * ?)",
    "daily",
  ])("%s is refused", (expression) => {
    expect(() => planOf(expression)).toThrow(`Schedule expression ${expression} is not valid`);
  });
});
