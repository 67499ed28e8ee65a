import { afterAll, beforeAll, expect, test } from "vitest";
import { crowd } from "./support/crowd.ts";
import { membersOf } from "./support/desk.ts";
import { launch, settle, template } from "./support/launch.ts";
import { everything } from "./support/log.ts";
import { type Item, ofKind } from "./support/recount.ts";
import { type Recruiter, signIn } from "./support/recruiter.ts";
import { scaled } from "./support/scale.ts";
import { pass } from "./support/steer.ts";
import { type World, world } from "./support/world.ts";

const PEOPLE = scaled(500, 120);
const DAY = 86_400_000;

let here: World;
let ana: Recruiter;
beforeAll(async () => {
  here = await world();
  here.services.email.setLimits({ maxSendRate: 1e6, max24HourSend: 1e9 });
  ana = await signIn(here, "ana");
  await settle(ana);
  await crowd(PEOPLE);
}, 60_000);
afterAll(() => here.end());

/** A campaign of one mail to everybody, at any hour. */
async function once(name: string): Promise<string> {
  const templateId = await template(ana, name);
  return launch(ana, name, [{ stepId: "hello", kind: "email", templateId, hours: "any" }]);
}

const enrolments = (items: readonly Item[], campaignId: string) =>
  ofKind(items, "enrolment").filter((one) => one.campaignId === campaignId);

test("two campaigns for the same people, started together: everybody is in one of them, and gets one mail in three days", async () => {
  const [first, second] = await Promise.all([once("Spring"), once("Summer")]);
  await here.clock.settled();
  await pass(here, 2 * DAY);
  const items = await everything(here);
  const mails = await here.services.email.list({ limit: 2 * PEOPLE });
  expect(mails).toHaveLength(PEOPLE);
  expect(new Set(mails.flatMap(({ destination }) => destination)).size).toBe(PEOPLE);

  const both = [...enrolments(items, first), ...enrolments(items, second)];
  expect(both).toHaveLength(2 * PEOPLE);
  const outside = both.filter(({ end }) => end === "left_out");
  expect(outside).toHaveLength(PEOPLE);
  for (const one of outside)
    expect(one.reason).toMatchObject({
      code: "skipped.other_campaign",
      inputs: { campaignId: one.campaignId === first ? second : first },
    });
  expect(ofKind(items, "gate").filter(({ campaignId }) => campaignId !== undefined)).toEqual([]);
  const [left] = await membersOf(await signIn(here, "ana"), second);
  expect(left?.enteredAt).toBeDefined();
}, 120_000);

test("a campaign that follows writes to nobody before three days have passed since the last mail", async () => {
  ana = await signIn(here, "ana");
  const third = await once("Autumn");
  await here.clock.settled();
  const waiting = await everything(here);
  for (const { dueAt, reason } of enrolments(waiting, third))
    expect({ dueAt, reason }).toMatchObject({ reason: { code: "deferred.frequency_cap" } });
  await pass(here, 2 * DAY);
  const gates = ofKind(await everything(here), "gate");
  const times = gates.map(({ claims }) => (claims as { at: string }[]).map(({ at }) => Date.parse(at)));
  expect(times.every(([earlier = 0, later = 0]) => later - earlier >= 3 * DAY)).toBe(true);
  expect(await here.services.email.list({ limit: 3 * PEOPLE })).toHaveLength(2 * PEOPLE);
}, 120_000);
