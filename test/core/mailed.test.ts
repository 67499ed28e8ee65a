import { beforeAll, expect, test } from "vitest";
import { truth } from "../../packages/core/campaign/branch.ts";
import { typical } from "../../packages/core/campaign/foresee.ts";
import { Campaign } from "../../packages/core/campaign/index.ts";
import { Enrolment } from "../../packages/core/enrolment/index.ts";
import { COMMUNITY } from "../../packages/core/form/index.ts";
import { template } from "./support/audience.ts";
import { enter, mailOf, work } from "./support/campaigns.ts";
import { deliver, letter, report, sending } from "./support/letters.ts";
import { as, furnish, member } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
let templateId: string;
beforeAll(async () => {
  await furnish();
  templateId = await template();
});

const HOUR_MS = 3_600_000;

/** Somebody in a campaign of a mail and a day, before that mail. */
async function before(email: string) {
  const campaignId = await as("recruiter", async () => {
    const draft = await Campaign.create({
      name: "Hello",
      entry: { kind: "form", formId: COMMUNITY },
      steps: [
        { stepId: "hello", kind: "email", templateId, hours: "any" },
        { stepId: "day", kind: "wait", unit: "days", amount: 1 },
        { stepId: "more", kind: "email", templateId, hours: "any" },
      ],
    });
    const { revision } = await Campaign.launch({ campaignId: draft.campaignId, revision: draft.revision });
    await Campaign.startNow({ campaignId: draft.campaignId, revision });
    return draft.campaignId;
  });
  const candidateId = await member(here, email, { tracking: true });
  await enter(candidateId, campaignId);
  const messageId = await mailOf(candidateId, campaignId);
  return { candidateId, campaignId, messageId, mail: await letter(candidateId, { messageId, campaignId }) };
}

type Her = Awaited<ReturnType<typeof before>>;
const click = ({ candidateId, campaignId, messageId }: Her) =>
  as("system", () =>
    Campaign.clicked({ candidateId, campaignId, stepId: "hello", messageId }, here.clock.iso()),
  );
const mailsOf = async ({ candidateId, campaignId }: Her) =>
  (await Enrolment.read(candidateId, campaignId)).mails;

/** What a branch of her campaign would see. */
const asked = async (her: Her, what: "clicked" | "mailed") => {
  const { facts } = typical(new Date(here.clock.ms()));
  const happenings = { tracked: true, steps: await mailsOf(her) };
  return truth({ kind: "happened", what, stepId: "hello" }, facts, happenings, new Date(here.clock.ms()));
};

test("a mail whose sender died after SES took it is on her enrolment once somebody looks", async () => {
  const her = await before("crash@example.org");
  await deliver(her.mail);
  const at = here.clock.iso();
  here.clock.forward(60_000);
  await work(her.campaignId);
  expect(await mailsOf(her)).toEqual({ hello: { at, tracked: true } });
});

test("a click that comes before anybody looked stays", async () => {
  const her = await before("early@example.org");
  await sending(her.mail);
  await click(her);
  const clickedAt = here.clock.iso();
  expect(await mailsOf(her)).toMatchObject({ hello: { tracked: true, clickedAt } });
  here.clock.forward(60_000);
  await report(her.candidateId, her.messageId);
  await work(her.campaignId);
  expect(await Enrolment.read(her.candidateId, her.campaignId)).toMatchObject({
    ...{ stepId: "more", mails: { hello: { clickedAt } } },
  });
});

test("of a mail that SES never reported on it is not known whether she got it or clicked", async () => {
  const her = await before("silent@example.org");
  await sending(her.mail);
  here.clock.forward(6 * HOUR_MS);
  await work(her.campaignId);
  expect(await mailsOf(her)).toMatchObject({ hello: { tracked: true, unknown: true } });
  expect([await asked(her, "clicked"), await asked(her, "mailed")]).toEqual([undefined, undefined]);
  await click(her);
  expect([await asked(her, "clicked"), await asked(her, "mailed")]).toEqual([true, true]);
});
