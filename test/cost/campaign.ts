import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Step } from "../../packages/core/campaign/campaign.schema.ts";
import { startCloud } from "../../packages/local/cloud.ts";
import type { Mail } from "../../packages/local/email/index.ts";
import { between, openTally, type Reading, total } from "../../packages/local/meter/index.ts";
import { crowd } from "../flows/support/crowd.ts";
import { campaignPage } from "../flows/support/desk.ts";
import { launch, settle, template } from "../flows/support/launch.ts";
import { signIn } from "../flows/support/recruiter.ts";
import { pass } from "../flows/support/steer.ts";
import type { World } from "../flows/support/world.ts";
import { engage } from "./engage.ts";
import { mailboxes } from "./mailbox.ts";
import { stored } from "./stored.ts";

export interface Size {
  readonly people: number;
  /** Mails to each of them, spread evenly. */
  readonly steps: number;
  readonly days: number;
}

/** What is used in some days. */
export interface Stretch {
  readonly used: Reading;
  readonly days: number;
}

/** What a campaign used from its launch to its end, and in two stretches of it. */
export interface Run extends Size {
  readonly mails: number;
  readonly used: Reading;
  /** Nothing is sent. */
  readonly quiet: Stretch;
  /** What is used while mails leave and nobody enters or finishes: all of them but the first and the last. */
  readonly mailing: Stretch;
  /** Bytes that stay in the table and its indexes. */
  readonly bytes: number;
}

const DAY = 86_400_000;
/** A mail waits for the slot of its campaign, at most half a day. */
const SLOT = DAY / 2;
/** Days after a mail and before the next in which nothing is looked at: its events come in, its people move on. */
const MARGIN = 2;

/** Runs a whole campaign in the local cloud, metered. @param tell what it is doing, for who waits */
export async function run(size: Size, tell: (what: string) => void): Promise<Run> {
  const data = await mkdtemp(join(tmpdir(), "perennial-cost-"));
  const tally = openTally();
  const cloud = await startCloud({ port: 0, data, meter: tally.meter });
  const end = async () => {
    await cloud.stop();
    await rm(data, { recursive: true, force: true });
  };
  try {
    return await nurture({ ...cloud, data, end }, size, tally.reading, tell);
  } finally {
    await end();
  }
}

async function nurture(
  here: World,
  size: Size,
  reading: () => Reading,
  tell: (what: string) => void,
): Promise<Run> {
  const steps = await prepare(here, size);
  tell(`${size.people} people are there`);
  const before = await stored(here);
  const began = reading();
  const at = here.clock.ms();
  const campaignId = await launch(await signIn(here, "ana"), "Cost", steps);
  await here.clock.settled();
  const gap = gapOf(size) * DAY;
  const readings: Reading[] = [];
  let quiet: Stretch = { used: {}, days: 0 };
  for (let n = 0; n < size.steps; n++) {
    readings.push(reading());
    if (n > 0) await here.clock.moveTo(at + n * gap + SLOT);
    await engage(here, await sentFor(here, size.people, n + 1));
    tell(`mail ${n + 1} of ${size.steps}`);
    if (n === 0) quiet = await lull(here, reading, at + MARGIN * DAY, at + gap - DAY);
  }
  await here.clock.moveTo(at + (size.days + 1) * DAY);
  await over(here, campaignId);
  const used = between(began, reading());
  const [, second = began, ...more] = readings;
  const mailing = { used: between(second, more.at(-1) ?? second), days: (size.steps - 2) * gapOf(size) };
  const bytes = (await stored(here)) - before;
  return { ...size, used, quiet, mailing, mails: total(used, "ses.mail"), bytes };
}

/** Days from one mail to the next: the first leaves at once, the last on the last day. */
const gapOf = ({ steps, days }: Pick<Size, "steps" | "days">) => Math.floor(days / (steps - 1));

/** An organisation, its people, and a mail for each step with days of rest between them. */
async function prepare(here: World, { people, steps, days }: Size): Promise<Step[]> {
  here.services.email.setLimits({ maxSendRate: 1e6, max24HourSend: 1e9 });
  here.services.email.treat(mailboxes);
  const ana = await signIn(here, "ana");
  await settle(ana);
  await crowd(people, () => ({ tracking: true }));
  const journey: Step[] = [];
  for (let n = 1; n <= steps; n++) {
    if (n > 1)
      journey.push({ stepId: `rest${n}`, kind: "wait", unit: "days", amount: gapOf({ steps, days }) });
    const templateId = await template(ana, `letter-${n}`);
    journey.push({ stepId: `mail${n}`, kind: "email", templateId, hours: "any" });
  }
  return journey;
}

/** The mails of a step, of the newest there are. */
async function sentFor({ services }: World, limit: number, step: number): Promise<Mail[]> {
  const mails = await services.email.list({ limit });
  return mails.filter(({ tags }) => tags.step?.[0] === `mail${step}`);
}

/** What is used while everybody waits. */
async function lull(here: World, reading: () => Reading, from: number, to: number): Promise<Stretch> {
  await here.clock.moveTo(from);
  const before = reading();
  await here.clock.moveTo(to);
  return { used: between(before, reading()), days: (to - from) / DAY };
}

async function over(here: World, campaignId: string): Promise<void> {
  await pass(here, DAY);
  const { campaign } = await campaignPage(await signIn(here, "ana"), campaignId);
  if (campaign.state !== "finished") throw new Error(`The campaign is ${campaign.state} and not finished`);
}
