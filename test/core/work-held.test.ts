import { beforeAll, expect, test } from "vitest";
import { Campaign } from "../../packages/core/campaign/index.ts";
import { emailsIn } from "../../packages/core/campaign/journey.ts";
import { Enrolment } from "../../packages/core/enrolment/index.ts";
import { entities } from "../../packages/core/service.ts";
import { campaign, enter, work } from "./support/campaigns.ts";
import { furnish, member } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
beforeAll(furnish);
const HOUR_MS = 3_600_000;
const inMs = (ms: number) => new Date(here.clock.ms() + ms).toISOString();

const templateOf = async (campaignId: string) =>
  emailsIn((await Campaign.read(campaignId)).steps)[0]?.templateId ?? "";

/** Two people in one campaign: of the first something is broken, the second must get her mail all the same. */
async function two(name: string) {
  const welcome = await campaign();
  const [odd, fine] = [`odd-${name}@example.org`, `fine-${name}@example.org`];
  const candidateId = await member(here, odd);
  await enter(candidateId, welcome);
  await enter(await member(here, fine), welcome);
  return { welcome, candidateId, fine };
}

test("whose mail can't be made is parked and says so; the others get theirs", async () => {
  const { welcome, candidateId, fine } = await two("name");
  await entities.candidate.patch({ candidateId }).set({ name: "two\nlines" }).go();
  await work(welcome);
  expect(await Enrolment.read(candidateId, welcome)).toMatchObject({
    dueAt: inMs(HOUR_MS),
    reason: { code: "held.error", inputs: { fault: "ZodError" } },
  });
  expect(here.ses.sentTo(fine)).toBe(1);
});

test("whose enrolment can't even be read is parked too, and never fails the campaign", async () => {
  const { welcome, candidateId, fine } = await two("enrolment");
  await entities.enrolment.patch({ candidateId, campaignId: welcome }).set({ visit: 0.5 }).go();
  for (let look = 0; look < 2; look++) await work(welcome);
  const [item] = await here.items({ candidateId, campaignId: welcome, visit: 0.5 });
  expect(item).toMatchObject({ dueAt: inMs(HOUR_MS), reason: { code: "held.error" } });
  expect(here.ses.sentTo(fine)).toBe(1);
});

test("while the template of her step is gone she waits for a day, and the reason names it", async () => {
  const welcome = await campaign();
  const ada = await member(here, "ada@example.org");
  await enter(ada, welcome);
  const templateId = await templateOf(welcome);
  await entities.template.delete({ templateId }).go();
  await work(welcome);
  expect(await Enrolment.read(ada, welcome)).toMatchObject({
    dueAt: inMs(24 * HOUR_MS),
    reason: { code: "held.no_template", inputs: { templateId } },
  });
});

test("a mail that lacks a value waits for a day, and the reason names it", async () => {
  const welcome = await campaign();
  const eve = await member(here, "eve@example.org");
  await enter(eve, welcome);
  const wording = { subject: "Hello", body: "Hello {{ city }}" };
  await entities.template
    .patch({ templateId: await templateOf(welcome) })
    .set({ wordings: { en: wording, de: wording } })
    .go();
  await work(welcome);
  expect(await Enrolment.read(eve, welcome)).toMatchObject({
    dueAt: inMs(24 * HOUR_MS),
    reason: { code: "held.missing_field", inputs: { fields: ["city"] } },
  });
});

test("of workers that hold up a campaign side by side, the one that waits longest is heard", async () => {
  const welcome = await campaign();
  const [long, short] = ["long@example.org", "short@example.org"];
  for (const email of [long, short]) await enter(await member(here, email), welcome);
  here.ses.answer({ exception: "AccessDeniedException" });
  await work(welcome);
  expect((await Campaign.read(welcome)).notBefore).toBe(inMs(900_000));
  here.ses.answer({ exception: "TooManyRequestsException" });
  await work(welcome);
  expect((await Campaign.read(welcome)).notBefore).toBe(inMs(900_000));
});
