import { afterAll, beforeAll, expect, test } from "vitest";
import { schedules } from "../../infra/index.ts";
import type { Step } from "../../packages/core/campaign/campaign.schema.ts";
import { act } from "./support/candidate.ts";
import { crowd, emailOf } from "./support/crowd.ts";
import { campaignPage } from "./support/desk.ts";
import { launch, settle, template } from "./support/launch.ts";
import { everything, expectCampaignsEqualLog } from "./support/log.ts";
import { type Asked, meter } from "./support/meter.ts";
import { ofKind } from "./support/recount.ts";
import { signIn } from "./support/recruiter.ts";
import { scaled } from "./support/scale.ts";
import { pass } from "./support/steer.ts";
import { eventually, type World, world } from "./support/world.ts";

const PEOPLE = scaled(1000, 250);
const CLICKS = 20;
const DAYS = 90;
const DAY = 86_400_000;

let here: World;
const table = meter();
beforeAll(async () => {
  here = await world(table.use);
  here.services.email.setLimits({ maxSendRate: 1e6, max24HourSend: 1e9 });
});
afterAll(() => here.end());

/** A mail, twelve weeks of nothing, then a second one for who clicked in the first; of half the people that is not known. */
const journey = (one: string, two: string): Step[] => [
  { stepId: "one", kind: "email", templateId: one, hours: "any" },
  { stepId: "weeks", kind: "wait", unit: "business_days", amount: 60 },
  {
    stepId: "clicked",
    kind: "branch",
    rule: { kind: "happened", what: "clicked", stepId: "one" },
    yes: [{ stepId: "two", kind: "email", templateId: two }],
    no: [],
    unknown: "no",
  },
];

const statesEntered = async (): Promise<number> => {
  const { workflows } = here.services;
  const histories = await Promise.all(workflows.executions().map(({ arn }) => workflows.history(arn)));
  return histories.flat().filter(({ type }) => type.endsWith("StateEntered")).length;
};

const scheduled: readonly string[] = schedules.map((schedule) => schedule.function);
const isScheduled = (by: string) => scheduled.includes(by.split(" ")[0] ?? "");
const isChecking = (by: string) => by.startsWith("selfCheck ");
const callsOf = ({ calls }: Asked) => Object.values(calls).reduce((sum, n) => sum + n, 0);

const tell = (figures: Readonly<Record<string, number>>) => {
  const told = Object.entries(figures).map(([what, value]) => `${what} ${value.toFixed(1)}`);
  process.stdout.write(`ninety-days.test.ts: ${told.join(", ")}\n`);
};

/** Some of those who allow tracking open their mail and click. */
async function click(): Promise<void> {
  for (let n = 0; n < 2 * CLICKS; n += 2) {
    const mail = await eventually(`a mail to ${emailOf(n)}`, async () => {
      const all = await here.services.email.list({ limit: 2 * PEOPLE });
      return all.find(({ destination }) => destination.includes(emailOf(n)));
    });
    const opened = await here.services.email.get(mail.id);
    const link = opened?.links.find(({ url }) => url.startsWith("https://acme.example/one"));
    await act(here, mail as never, `click/${link?.n}`);
  }
  await here.clock.settled();
}

test("a thousand people, ninety days: a few looks a day, few units a mail, and it ends by itself", async () => {
  const ana = await signIn(here, "ana");
  await settle(ana);
  await crowd(PEOPLE, (n) => ({ tracking: n % 2 === 0 }));
  const [one, two] = [await template(ana, "one"), await template(ana, "two")];
  const began = performance.now();

  const launching = table.reading();
  const campaignId = await launch(ana, "Ninety days", journey(one, two));
  await here.clock.settled();
  const sent = table.since(launching);
  expect(await here.services.email.list({ limit: 2 * PEOPLE })).toHaveLength(PEOPLE);
  await pass(here, 60_000);
  await click();
  const states = await statesEntered();
  const sleeping = table.reading();
  await pass(here, 80 * DAY);
  const nightly = table.since(sleeping, (by) => isScheduled(by) && !isChecking(by));
  const checking = table.since(sleeping, isChecking);
  const asleep = {
    ...table.since(sleeping, (by) => !isScheduled(by)),
    states: (await statesEntered()) - states,
  };
  await pass(here, (DAYS - 80) * DAY);
  const seconds = (performance.now() - began) / 1000;

  tell({
    seconds,
    "units to enter and be written to": sent.written / PEOPLE,
    "units for figures": sent.counted / PEOPLE,
    reads: sent.read / PEOPLE,
    calls: callsOf(sent) / PEOPLE,
    "states until the first rest": states,
    "states in 80 days of rest": asleep.states,
    "calls of a self-check": callsOf(checking) / 80,
  });
  // Entering costs nine of the units; what does not grow with the people are the roster, the shards and the looks.
  expect(sent.written).toBeLessThan(100 + 20 * PEOPLE);
  expect(callsOf(sent)).toBeLessThan(400 + 16 * PEOPLE);
  // The start is 16 workers, then a round for each 500 people and two looks.
  expect(states).toBeLessThan(80);
  expect(asleep.states).toBeLessThanOrEqual(82 * 3);
  expect(callsOf(asleep)).toBeLessThanOrEqual(82 * 19);
  // What runs every night for the whole deployment does not grow with the people either.
  expect(callsOf(nightly)).toBeLessThanOrEqual(82 * 8);
  // The self-check grows with its sample, a shard of the people, up to a hundred of them; two sets of counters are 32 reads.
  expect(callsOf(checking)).toBeLessThanOrEqual(82 * (38 + (3 * PEOPLE) / 64));

  await expectOver(campaignId);
}, 180_000);

/** Everybody went the way that was known of her, and nothing runs any more. */
async function expectOver(campaignId: string): Promise<void> {
  const page = await campaignPage(await signIn(here, "ana"), campaignId);
  expect(page.campaign).toMatchObject({ state: "finished", finishedAt: expect.any(String) });
  expect(page.people).toMatchObject({ entered: PEOPLE, finished: PEOPLE, inside: 0 });
  expect(here.services.workflows.executions().filter(({ status }) => status === "RUNNING")).toEqual([]);
  const items = await everything(here);
  const codes = ofKind(items, "enrolment").map(({ way }) =>
    (way as { code: string }[]).map(({ code }) => code),
  );
  const took = (code: string) => codes.filter((way) => way.includes(code)).length;
  const branched = [took("branched.yes"), took("branched.no"), took("branched.unknown")];
  expect(branched).toEqual([CLICKS, PEOPLE / 2 - CLICKS, PEOPLE / 2]);
  expect(await here.services.email.list({ limit: 2 * PEOPLE })).toHaveLength(PEOPLE + CLICKS);
  await expectCampaignsEqualLog(here);
}
