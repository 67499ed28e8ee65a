import { beforeAll, expect, test } from "vitest";
import { hold } from "../../packages/core/campaign/hold.ts";
import { Campaign } from "../../packages/core/campaign/index.ts";
import { Enrolment } from "../../packages/core/enrolment/index.ts";
import { Home } from "../../packages/core/home/index.ts";
import { derivedId } from "../../packages/core/id.ts";
import { entities } from "../../packages/core/service.ts";
import { campaign, enter, turn, work } from "./support/campaigns.ts";
import { as, furnish, member } from "./support/people.ts";
import { granted, idOf, pool } from "./support/pool.ts";
import { table } from "./support/table.ts";

const here = table();
beforeAll(furnish);
const home = () => as("recruiter", Home.home);
const HOUR_MS = 3_600_000;

/** Clicks of this person, so many, an hour ago. */
async function clicks(candidateId: string, times: number): Promise<void> {
  const at = new Date(here.clock.ms() - HOUR_MS).toISOString();
  const events = Array.from({ length: times }, (_, n) => ({
    ...{ eventId: derivedId("evt", candidateId, String(n)), candidateId, type: "engagement.clicked", at },
    ...{ actor: "system:test", trace: "trc_test", warmDay: at.slice(0, 10), warmAt: at },
    data: { verdict: "human", link: "https://a.example/" },
  }));
  await entities.event.put(events).go({ concurrency: 4 });
}

test("who did something since yesterday is counted once, and only whom the list may show", async () => {
  await pool([{ gate: { permissions: granted() } }, { gate: { permissions: granted() } }, {}]);
  await clicks(idOf(0), 150);
  for (const n of [1, 2]) await clicks(idOf(n), 1);
  expect((await home()).warmSinceYesterday).toEqual({ people: 2, more: false });
});

test("more than a hundred are said to be more than a hundred", async () => {
  await pool(Array.from({ length: 101 }, () => ({ gate: { permissions: granted() } })));
  for (let n = 0; n < 100; n++) await clicks(idOf(n), 1);
  expect((await home()).warmSinceYesterday).toEqual({ people: 100, more: false });
  await clicks(idOf(100), 1);
  expect((await home()).warmSinceYesterday).toEqual({ people: 100, more: true });
});

test("the mails that leave next are those that will: nobody held, nobody whose next step is no mail", async () => {
  const [held, mails] = [await campaign("Hello {{ city }}"), await campaign()];
  await enter(await member(here, "held@example.org"), held);
  await work(held);
  expect((await home()).next).toBeUndefined();
  for (const name of ["one", "two"]) await enter(await member(here, `${name}@example.org`), mails);
  expect((await home()).next).toEqual({ at: here.clock.iso(), mails: 2 });
  const until = new Date(here.clock.ms() + HOUR_MS);
  await as("system", () => hold(mails, until, "waiting.ses"));
  expect((await home()).next).toEqual({ at: until.toISOString(), mails: 2 });
  for (const id of [held, mails]) await turn(id, "stop");
});

test("who waits counts where her mail leaves, together with whoever is due for one then", async () => {
  const campaignId = await campaign();
  const { revision, name, entry, steps } = await Campaign.read(campaignId);
  const wait = { stepId: "wait", kind: "wait" as const, unit: "hours" as const, amount: 2 };
  const [hello] = steps;
  if (hello?.kind !== "email") throw new Error("It begins with a mail");
  const later = { ...hello, stepId: "later" };
  await as("recruiter", () => Campaign.save({ campaignId, revision, name, entry, steps: [wait, later] }));
  const her = await member(here, "waits@example.org");
  await enter(her, campaignId);
  await work(campaignId);
  const { dueAt } = await Enrolment.read(her, campaignId);
  expect((await home()).next).toEqual({ at: dueAt, mails: 1 });
  await turn(campaignId, "stop");
});
