import { StartExecutionCommand } from "@aws-sdk/client-sfn";
import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { killed } from "./killed/index.ts";
import { openMachine } from "./machine.ts";
import { DAY, openNurture } from "./nurture.ts";

// A pause before a retry is drawn between nothing and its whole length.
beforeEach(() => void vi.spyOn(Math, "random").mockReturnValue(0.99));

const start = (arn: string) =>
  new StartExecutionCommand({
    stateMachineArn: arn,
    name: "cmp_1-1-1",
    input: JSON.stringify({ campaignId: "cmp_1", epoch: 1, run: 1, trace: "trc_1" }),
  });

test("after kill -9 in the middle of a task it goes on where it stood", async () => {
  const machine = await openMachine();
  await machine.close();
  expect(await killed("workflow", machine.dir)).toEqual(["campaignOpen", "campaignPlan", "campaignAdvance"]);

  const nurture = await openNurture(machine.dir);
  onTestFinished(nurture.remove);
  await nurture.clock.settled();
  expect(nurture.names()).toEqual(["campaignAdvance", "campaignAdvance", "campaignPlan"]);
  expect(nurture.workflows.executions()).toMatchObject([{ status: "RUNNING", state: "Sleep" }]);
});

test("a sleep and a retry's pause survive a restart", async () => {
  const first = await openNurture();
  first.failures.campaignPlan = 1;
  await first.send(start(first.arn));
  await first.clock.settled();
  expect(first.workflows.executions()[0]).toMatchObject({ state: "Plan", retries: [1] });
  await first.close();

  const second = await openNurture(first.dir);
  await second.clock.moveTo(second.clock.ms() + 3_000);
  expect(second.names()).toEqual(["campaignPlan"]);
  const due = await second.workflows.nextDue();
  await second.close();

  const third = await openNurture(first.dir);
  onTestFinished(third.remove);
  await third.clock.settled();
  expect(third.names()).toEqual([]);
  expect(await third.clock.toNextDue()).toBe(due);
  expect(third.names()).toEqual(["campaignPlan"]);
});

test("sleeps through 90 days of the movable clock, a day at a time", async () => {
  const nurture = await openNurture();
  onTestFinished(nurture.remove);
  await nurture.send(start(nurture.arn));
  await nurture.clock.settled();
  const began = nurture.clock.ms();
  await nurture.clock.moveTo(began + 90 * DAY + 120_000);
  expect(nurture.names().filter((name) => name === "campaignPlan")).toHaveLength(91);
  const [execution] = nurture.workflows.executions();
  expect(execution).toMatchObject({ status: "RUNNING", state: "Sleep" });
  const history = await nurture.workflows.history(execution?.arn ?? "");
  expect(history).toHaveLength(execution?.events ?? 0);
  expect(history.filter(({ type }) => type === "WaitStateExited")).toHaveLength(90);
});
