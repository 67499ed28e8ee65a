import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { ClientRequest } from "node:http";
import { SFNClient, StopExecutionCommand } from "@aws-sdk/client-sfn";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mail } from "./support/candidate.ts";
import { campaignPage } from "./support/desk.ts";
import { join } from "./support/joined.ts";
import { expectFiguresEqualLog } from "./support/log.ts";
import { open } from "./support/organisation.ts";
import { signIn } from "./support/recruiter.ts";
import { applicant, pass, steer } from "./support/steer.ts";
import { type World, world } from "./support/world.ts";

const DAYS = 14;
const DAY = 86_400_000;
/** Entering Plan, Planned and Sleep. */
const STATES_A_LOOK = 3;
/** The campaign, its shards, and when it looks next. */
const CALLS_A_LOOK = 1 + 16 + 1;

let here: World;
let campaignId: string;
beforeAll(async () => {
  here = await world();
  campaignId = (await open(await signIn(here, "ana"))).campaignId;
});
afterAll(() => here.end());

const running = () => here.services.workflows.executions().filter(({ status }) => status === "RUNNING");

async function statesEntered(): Promise<number> {
  const histories = await Promise.all(
    here.services.workflows.executions().map(({ arn }) => here.services.workflows.history(arn)),
  );
  return histories.flat().filter(({ type }) => type.endsWith("StateEntered")).length;
}

/** Counts the calls to the table while something happens. */
async function tableCalls(happens: () => Promise<void>): Promise<number> {
  let calls = 0;
  const listen = (message: unknown) => {
    const { request } = message as { request: ClientRequest };
    if (String(request.getHeader("x-amz-target")).startsWith("DynamoDB_")) calls += 1;
  };
  subscribe("http.client.request.start", listen);
  await happens().finally(() => unsubscribe("http.client.request.start", listen));
  return calls;
}

test("two weeks in which nobody is due cost one look a day, and whoever joins then is met at once", async () => {
  await join(here, applicant("Ada"));
  await pass(here, DAY);
  const before = await statesEntered();
  const calls = await tableCalls(() => pass(here, DAYS * DAY));
  const states = (await statesEntered()) - before;
  process.stdout.write(`asleep for ${DAYS} days: ${states} state transitions, ${calls} table calls\n`);
  expect(states).toBeLessThanOrEqual((DAYS + 1) * STATES_A_LOOK);
  expect(calls).toBeLessThanOrEqual((DAYS + 1) * CALLS_A_LOOK);
  expect(running()).toMatchObject([{ state: "Sleep" }]);

  const asleep = here.clock.ms();
  await join(here, applicant("Grace"));
  await mail(here, applicant("Grace").email, /^Welcome,/);
  expect(here.clock.ms() - asleep).toBeLessThan(60_000);
});

test("before its history is full the workflow goes on in a fresh execution, once, and is steered there", async () => {
  const { campaign } = await campaignPage(await signIn(here, "ana"), campaignId);
  const { epoch, run } = campaign;
  const invoke = (name: string, more: object) =>
    here.services.invoke(name, { campaignId, epoch, run, trace: "trc_renewal", ...more });
  expect(await invoke("campaignPlan", { plan: { events: 5001, quiet: 1 } })).toMatchObject({ next: "renew" });
  await Promise.all([invoke("campaignRenew", {}), invoke("campaignRenew", {})]);
  await here.clock.settled();
  const names = () => running().map(({ name }) => name);
  expect(names()).toContain(`${campaignId}-${epoch}-${run + 1}`);

  await steer(here, campaignId, "pause");
  await here.clock.settled();
  expect(names()).not.toContain(`${campaignId}-${epoch}-${run + 1}`);
  await pass(here, 2 * DAY);
  expect(names()).toEqual([]);
  await steer(here, campaignId, "resume");
  await here.clock.settled();
  expect(names()).toEqual([`${campaignId}-${epoch + 2}-0`]);
  await expectFiguresEqualLog(here);
});

test("its execution was ended by hand while it slept: whoever joins next is met at once", async () => {
  await pass(here, DAY);
  const workflows = new SFNClient({ endpoint: here.services.workflows.endpoint });
  for (const { arn } of running()) await workflows.send(new StopExecutionCommand({ executionArn: arn }));
  workflows.destroy();
  expect(running()).toEqual([]);
  await join(here, applicant("Ida"));
  await mail(here, applicant("Ida").email, /^Welcome,/);
  expect(running()).toHaveLength(1);
  await expectFiguresEqualLog(here);
});
