import { afterAll, beforeAll, expect, test } from "vitest";
import { crowd } from "./support/crowd.ts";
import { campaignPage } from "./support/desk.ts";
import { launch, settle, template } from "./support/launch.ts";
import { everything, expectCampaignsEqualLog } from "./support/log.ts";
import { ofKind } from "./support/recount.ts";
import { signIn } from "./support/recruiter.ts";
import { scaled } from "./support/scale.ts";
import { pass } from "./support/steer.ts";
import { eventually, type World, world } from "./support/world.ts";

const PEOPLE = scaled(120, 60);
const RATE = 40;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const FOUR_DAYS = 96 * HOUR;

let here: World;
beforeAll(async () => {
  here = await world();
  here.services.email.setLimits({ maxSendRate: RATE });
  const ana = await signIn(here, "ana");
  await settle(ana);
  await crowd(PEOPLE);
}, 60_000);
afterAll(() => here.end());

const sent = async () => (await here.services.email.list({ limit: 10 * PEOPLE })).length;
const page = async (campaignId: string) => campaignPage(await signIn(here, "ana"), campaignId);

/** A campaign of one mail to all of them; SES begins to fail when some have theirs. */
async function failing(name: string, fail: () => void): Promise<string> {
  const ana = await signIn(here, "ana");
  const before = await sent();
  const templateId = await template(ana, name);
  const steps = [{ stepId: "hello", kind: "email" as const, templateId, hours: "any" as const }];
  const campaignId = await launch(ana, name, steps);
  await eventually("the first mails", async () => (await sent()) >= before + PEOPLE / 6);
  fail();
  await here.clock.settled();
  return campaignId;
}

/** Everybody got this campaign's mail once, and it is over. */
async function expectAll(campaignId: string): Promise<void> {
  const { campaign, people } = await page(campaignId);
  expect({ state: campaign.state, people }).toMatchObject({
    state: "finished",
    people: { entered: PEOPLE, finished: PEOPLE },
  });
  const mails = await here.services.email.list({ limit: 10 * PEOPLE });
  const hers = mails.filter(({ tags }) => tags.campaign?.[0] === campaignId);
  expect(new Set(hers.flatMap(({ destination }) => destination)).size).toBe(PEOPLE);
  expect(hers).toHaveLength(PEOPLE);
}

test.each([
  { fault: "rate", code: "ses.TooManyRequestsException" },
  { fault: "quota", code: "ses.daily_quota" },
  { fault: "paused", code: "ses.SendingPausedException" },
] as const)(
  "SES says $fault in the middle: the campaign holds, says so, and goes on by itself",
  async ({ fault, code }) => {
    const { faults } = here.services.email;
    const campaignId = await failing(fault, () => faults.set(fault));
    await pass(here, MINUTE);
    const held = await page(campaignId);
    expect(held.campaign).toMatchObject({ state: "running", hold: { code, until: expect.any(String) } });
    expect(held.people.inside).toBeGreaterThan(0);

    faults.clear();
    await pass(here, 2 * HOUR);
    await expectAll(campaignId);
    await pass(here, FOUR_DAYS);
  },
);

test("SES takes mails and its answers are lost: nobody gets hers twice, and its reports settle them", async () => {
  const campaignId = await failing("lost", () =>
    here.services.email.faults.set("lost-response", { times: 20 }),
  );
  await pass(here, HOUR);
  await expectAll(campaignId);
  const states = ofKind(await everything(here), "message").map(({ state }) => state);
  expect(new Set(states)).toEqual(new Set(["accepted"]));
  await expectCampaignsEqualLog(here);
});

test("in no second did SES take more than it allows", async () => {
  const mails = await here.services.email.list({ limit: 10 * PEOPLE });
  const times = mails.map(({ at }) => Date.parse(at)).sort((a, b) => a - b);
  const within = times.map((time, first) => times.findIndex((other) => other >= time + 1000) - first);
  process.stdout.write(`ses-faults.test.ts: at most ${Math.max(...within)} mails in a second of ${RATE}\n`);
  expect(Math.max(...within)).toBeLessThanOrEqual(RATE);
});
