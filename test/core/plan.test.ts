import { beforeAll, expect, test } from "vitest";
import type { Info } from "../../packages/core/campaign/campaign.schema.ts";
import { Campaign } from "../../packages/core/campaign/index.ts";
import { campaign, enter, turn, work } from "./support/campaigns.ts";
import { meanwhile } from "./support/meanwhile.ts";
import { as, furnish, member } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
beforeAll(furnish);
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const fresh = { events: 0, quiet: 0 };

interface Before {
  readonly events: number;
  readonly quiet: number;
  readonly empty?: number;
}

const looks = ({ campaignId, epoch, run }: Info, before: Before = fresh) =>
  as("system", () => Campaign.plan(campaignId, { epoch, run }, before));
const nudge = (campaignId: string) => as("system", () => Campaign.nudge(campaignId, here.clock.iso()));

/** A running campaign whose execution sleeps. */
async function asleep(): Promise<Info> {
  const campaignId = await campaign();
  await looks(await Campaign.read(campaignId));
  return Campaign.read(campaignId);
}

test("launched it is awake; with nobody due it says when it looks, and looks again after a minute", async () => {
  const campaignId = await campaign();
  const launched = await Campaign.read(campaignId);
  const in30 = new Date(here.clock.ms() + 30 * MINUTE_MS).toISOString();
  expect(launched).toMatchObject({ state: "running", awakeUntil: in30 });

  const first = await looks(launched);
  expect(first).toMatchObject({ next: "sleep", quiet: 1 });
  expect(Date.parse(first.wakeAt) - here.clock.ms()).toBe(MINUTE_MS);
  const lying = await Campaign.read(campaignId);
  expect(Date.parse(lying.wakeAt ?? "") - here.clock.ms()).toBe(DAY_MS);
  expect(lying.awakeUntil).toBeUndefined();

  here.clock.forward(MINUTE_MS);
  expect(await looks(lying, first)).toMatchObject({ next: "sleep", quiet: 2, wakeAt: lying.wakeAt });
  expect(await Campaign.read(campaignId)).toEqual(lying);
});

test("whoever is due makes it awake, and her workers count in the history", async () => {
  const sleeping = await asleep();
  await enter(await member(here, "due@example.org"), sleeping.campaignId);
  const plan = await looks(sleeping, { events: 100, quiet: 1 });
  expect(plan).toMatchObject({ next: "advance", quiet: 0, events: 128 });
  expect(plan.workers).toHaveLength(1);
  const { wakeAt, awakeUntil } = await Campaign.read(sleeping.campaignId);
  expect({ wakeAt, awake: awakeUntil !== undefined }).toEqual({ wakeAt: undefined, awake: true });
});

test("eight joiners at once wake it once", async () => {
  const { campaignId, epoch } = await asleep();
  const nudges = Array.from({ length: 8 }, () => nudge(campaignId));
  expect(new Set(await Promise.all(nudges))).toEqual(new Set(["running"]));
  expect((await Campaign.read(campaignId)).epoch).toBe(epoch + 1);
  expect(await here.items({ type: "campaign.woken", campaignId })).toHaveLength(1);
});

test("who comes while the daily look writes is not forgotten: she wakes it all the same", async () => {
  const sleeping = await asleep();
  here.clock.forward(DAY_MS);
  await meanwhile(
    () => looks(sleeping, { events: 0, quiet: 2 }),
    () => nudge(sleeping.campaignId),
  );
  expect((await Campaign.read(sleeping.campaignId)).epoch).toBe(sleeping.epoch + 1);
});

test("an execution that never began is replaced once its lease has run out", async () => {
  const campaignId = await campaign();
  const { epoch } = await Campaign.read(campaignId);
  here.clock.forward(29 * MINUTE_MS);
  await nudge(campaignId);
  expect((await Campaign.read(campaignId)).epoch).toBe(epoch);
  here.clock.forward(MINUTE_MS);
  await nudge(campaignId);
  expect((await Campaign.read(campaignId)).epoch).toBe(epoch + 1);
});

test("a pause gets through whoever wakes the campaign meanwhile, and ends the execution that runs then", async () => {
  const { campaignId, epoch } = await asleep();
  await meanwhile(
    () => nudge(campaignId),
    () => turn(campaignId, "pause"),
  );
  const paused = await Campaign.read(campaignId);
  expect(paused).toMatchObject({ state: "paused", epoch: epoch + 2 });
  expect([paused.wakeAt, paused.awakeUntil]).toEqual([undefined, undefined]);
  const [event] = await here.items({ type: "campaign.paused", campaignId });
  expect(event).toMatchObject({ data: { stop: { epoch: epoch + 1, run: 0 } } });
});

test("an execution that went on in another does nothing any more, and can't fail the campaign", async () => {
  const before = await asleep();
  await as("system", () => Campaign.renew(before.campaignId, before));
  const renewed = await Campaign.read(before.campaignId);
  expect(renewed).toMatchObject({ run: before.run + 1, awakeUntil: expect.any(String) });
  expect(await looks(before)).toMatchObject({ next: "replaced" });
  await as("system", () => Campaign.fail(before.campaignId, before, "Late"));
  expect(await Campaign.read(before.campaignId)).toEqual(renewed);
});

test("an execution in which nothing happens goes on in another long before its year is over", async () => {
  const sleeping = await asleep();
  const { events, next } = await looks(sleeping, { events: 0, quiet: 1 });
  expect(next).toBe("sleep");
  expect(await looks(sleeping, { events: 300 * events, quiet: 300 })).toMatchObject({ next: "renew" });
});

test("a stopped campaign looks once more after five minutes, and takes out who came with the stop", async () => {
  const { campaignId } = await asleep();
  await turn(campaignId, "stop");
  const stopped = await Campaign.read(campaignId);
  const first = await looks(stopped);
  expect(first).toMatchObject({ next: "sleep", quiet: 1 });
  await enter(await member(here, "late@example.org"), campaignId);
  here.clock.forward(5 * MINUTE_MS);
  expect(await looks(stopped, first)).toMatchObject({ next: "advance", empty: 0 });
  await work(campaignId);
  const empty = await looks(stopped);
  expect(empty).toMatchObject({ next: "sleep", empty: 1 });
  expect(await looks(stopped, empty)).toMatchObject({ next: "done" });
  expect(await Campaign.read(campaignId)).toMatchObject({ state: "stopped", finishedAt: here.clock.iso() });
});
