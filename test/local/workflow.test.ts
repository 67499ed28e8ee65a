import {
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  StartExecutionCommand,
  StopExecutionCommand,
} from "@aws-sdk/client-sfn";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { campaignWorkflow } from "../../infra/index.ts";
import { DAY, type Nurture, openNurture } from "./nurture.ts";

let nurture: Nurture;
beforeEach(async () => {
  // A pause before a retry is drawn between nothing and its whole length.
  vi.spyOn(Math, "random").mockReturnValue(0.99);
  nurture = await openNurture();
});
afterEach(() => nurture.remove());

const start = (input: object = {}, name = "cmp_1-1-1") =>
  nurture.send(
    new StartExecutionCommand({
      stateMachineArn: nurture.arn,
      name,
      input: JSON.stringify({ campaignId: "cmp_1", epoch: 1, run: 1, trace: "trc_1", ...input }),
    }),
  );
const describe = (executionArn = nurture.execution("cmp_1-1-1")) =>
  nurture.send(new DescribeExecutionCommand({ executionArn }));

test("walks open, plan, advance, plan, sleep and plans again when the clock says so", async () => {
  nurture.plans("advance", "sleep", "done");
  await start();
  await nurture.clock.settled();
  expect(nurture.names()).toEqual([
    "campaignOpen",
    "campaignPlan",
    "campaignAdvance",
    "campaignAdvance",
    "campaignPlan",
  ]);
  expect(nurture.calls[1]?.payload).toMatchObject({
    campaignId: "cmp_1",
    plan: { next: "plan", events: 0, quiet: 0 },
  });
  expect(nurture.calls[2]?.payload).toEqual({
    campaignId: "cmp_1",
    epoch: 1,
    run: 1,
    trace: "trc_1",
    worker: { from: 0, to: 31 },
  });
  expect(nurture.calls[3]?.trace).toBe("trc_1");
  expect(nurture.workflows.executions()[0]).toMatchObject({ status: "RUNNING", state: "Sleep" });
  const wakeAt = nurture.wakeAt();
  expect(await nurture.clock.toNextDue()).toBe(wakeAt);
  expect(await describe()).toMatchObject({ status: "SUCCEEDED", stopDate: expect.any(Date) });
  expect(nurture.names().at(-1)).toBe("campaignPlan");
});

test("retries on the movable clock, then fails the campaign with its cause", async () => {
  nurture.broken.add("campaignPlan");
  await start();
  await nurture.clock.settled();
  expect(nurture.names()).toEqual(["campaignOpen", "campaignPlan"]);
  await nurture.clock.moveTo(nurture.clock.ms() + 600_000);
  expect(nurture.names().filter((name) => name === "campaignPlan")).toHaveLength(7);
  expect(nurture.calls.at(-1)).toMatchObject({
    name: "campaignFail",
    payload: { error: { Error: "TypeError" } },
  });
  expect(await describe()).toMatchObject({ status: "FAILED", error: "CampaignFailed" });
});

test("a worker inside the Map retries by itself while the others are done", async () => {
  nurture.plans("advance", "done");
  nurture.failures.campaignAdvance = 3;
  await start();
  await nurture.clock.settled();
  expect(await nurture.workflows.nextDue()).toBeGreaterThan(nurture.clock.ms() - 1);
  await nurture.clock.moveTo(nurture.clock.ms() + 600_000);
  expect(nurture.names().filter((name) => name === "campaignAdvance")).toHaveLength(5);
  expect((await describe()).status).toBe("SUCCEEDED");
});

test("renews into a task and ends", async () => {
  nurture.plans("renew");
  await start();
  await nurture.clock.settled();
  expect(nurture.names().at(-1)).toBe("campaignRenew");
  expect((await describe()).status).toBe("SUCCEEDED");
});

test("stops while it sleeps, and never wakes", async () => {
  nurture.plans("sleep", "done");
  const { executionArn } = await start();
  await nurture.clock.settled();
  await nurture.send(new StopExecutionCommand({ executionArn, cause: "paused" }));
  await nurture.clock.moveTo(nurture.clock.ms() + 2 * DAY);
  expect(nurture.names()).toHaveLength(2);
  expect(await describe()).toMatchObject({ status: "ABORTED", cause: "paused" });
});

test("stops at once while a task runs, whose result is nobody's", async () => {
  const release = nurture.hold("campaignPlan");
  const { executionArn } = await start();
  await expect.poll(() => nurture.names()).toContain("campaignPlan");
  await nurture.send(new StopExecutionCommand({ executionArn }));
  expect((await describe()).status).toBe("ABORTED");
  release();
  await nurture.clock.settled();
  expect(await describe()).not.toHaveProperty("output");
});

test("a name is used once: the same start again is the first, any other is refused", async () => {
  nurture.plans("sleep", "done");
  const first = await start();
  expect(await start()).toMatchObject({ executionArn: first.executionArn, startDate: first.startDate });
  await expect(start({ run: 2 })).rejects.toMatchObject({ name: "ExecutionAlreadyExists" });
  await nurture.clock.toNextDue();
  await expect(start()).rejects.toMatchObject({ name: "ExecutionAlreadyExists" });
  await expect(start({}, "no spaces")).rejects.toMatchObject({ name: "InvalidName" });
});

test("lists, describes and tells the history", async () => {
  nurture.plans("done", "done");
  const { executionArn } = await start();
  await start({}, "other");
  await nurture.clock.settled();
  const { send } = nurture;
  const listed = await send(
    new ListExecutionsCommand({ stateMachineArn: nurture.arn, statusFilter: "SUCCEEDED" }),
  );
  expect(listed.executions?.map(({ name }) => name)).toEqual(["other", "cmp_1-1-1"]);
  const page = await send(new ListExecutionsCommand({ stateMachineArn: nurture.arn, maxResults: 1 }));
  expect(page).toMatchObject({ executions: [{ name: "other" }], nextToken: "1" });
  const { events = [] } = await send(new GetExecutionHistoryCommand({ executionArn }));
  expect(events.slice(0, 7).map(({ type }) => type)).toEqual([
    "ExecutionStarted",
    "TaskStateEntered",
    "TaskScheduled",
    "TaskStarted",
    "TaskSucceeded",
    "TaskStateExited",
    "ChoiceStateEntered",
  ]);
  expect(events.at(-1)).toMatchObject({ type: "ExecutionSucceeded", id: events.length });
  const machines = await send(new ListStateMachinesCommand({}));
  expect(machines.stateMachines?.[0]).toMatchObject({ stateMachineArn: nurture.arn, type: "STANDARD" });
  const machine = await send(new DescribeStateMachineCommand({ stateMachineArn: nurture.arn }));
  expect(JSON.parse(machine.definition ?? "")).toEqual(campaignWorkflow((name) => nurture.functionArn(name)));
  await expect(describe(nurture.execution("nobody"))).rejects.toMatchObject({
    name: "ExecutionDoesNotExist",
  });
  await expect(describe("arn:none")).rejects.toMatchObject({ name: "InvalidArn" });
});
