import { beforeAll, expect, test } from "vitest";
import { Campaign } from "../../packages/core/campaign/index.ts";
import { emailsIn } from "../../packages/core/campaign/journey.ts";
import { write } from "../../packages/core/campaign/letter.ts";
import { Enrolment } from "../../packages/core/enrolment/index.ts";
import { Gate } from "../../packages/core/gate/index.ts";
import { Organisation } from "../../packages/core/organisation/index.ts";
import { Template } from "../../packages/core/template/index.ts";
import { crowd } from "../flows/support/crowd.ts";
import { campaign, enter, work } from "./support/campaigns.ts";
import { as, furnish, known } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
beforeAll(furnish);

const at = "2026-01-05T08:00:00.000Z";
const ground = "legitimate_interest" as const;
const permissions = {
  job_news: { state: "granted" as const, consentId: `con_${"0".repeat(26)}`, at, ground },
};
const notice = { source: "LinkedIn, by hand", obtainedAt: at };

/** Somebody whose data came from elsewhere. */
async function sourced(locale: "en" | "de", gate: Partial<Gate.Info> = {}): Promise<string> {
  const about = { profile: { locale }, gate: { permissions, country: "FR", notice, ...gate } };
  const [candidateId = ""] = await crowd(1, () => about);
  return candidateId;
}

/** Her mail of this campaign as it would be written now. */
async function written(candidateId: string, campaignId: string): Promise<string> {
  const [step] = emailsIn((await Campaign.read(campaignId)).steps);
  const template = await Template.read(step?.templateId ?? "");
  if (!template) throw new Error("The campaign has no template");
  const settings = await Organisation.required();
  const mail = await write(await known(candidateId), template, settings, `msg_${"0".repeat(26)}`);
  return mail.ok ? mail.content.text : "";
}

test.each([
  [
    "en",
    "Where we have your data from",
    "January 5, 2026",
    "I object: https://jobs.acme.example/unsubscribe/",
  ],
  [
    "de",
    "Woher wir Ihre Daten haben",
    "5. Januar 2026",
    "Ich widerspreche: https://jobs.acme.example/unsubscribe/",
  ],
] as const)(
  "her first mail says it in her language (%s), and only the first that was accepted",
  async (...told) => {
    const [locale, ...words] = told;
    const welcome = await campaign();
    const candidateId = await sourced(locale);
    const first = await written(candidateId, welcome);
    for (const word of [...words, notice.source, "privacy@acme.example", "https://acme.example/privacy"])
      expect(first).toContain(word);

    await enter(candidateId, welcome);
    here.ses.answer({ exception: "SendingPausedException" });
    await work(welcome);
    expect((await Gate.read(candidateId))?.notice?.givenAt).toBeUndefined();
    here.clock.forward(3_600_000);
    await work(welcome);
    expect(await Enrolment.read(candidateId, welcome)).toMatchObject({
      end: "finished",
      reason: { code: "sent" },
    });
    expect((await Gate.read(candidateId))?.notice?.givenAt).toBeDefined();
    const [message] = await here.items({ candidateId, campaignId: welcome, __edb_e__: "message" });
    expect(message).toMatchObject({ notice: true });
    for (const word of words.slice(0, 1)) expect(await written(candidateId, welcome)).not.toContain(word);
  },
);

test("without a source she is held for a day and may be mended, and nothing is sent", async () => {
  const welcome = await campaign();
  const candidateId = await sourced("en", { notice: { source: "", obtainedAt: at } });
  const before = here.ses.mails.length;
  await enter(candidateId, welcome);
  await work(welcome);
  expect(await Enrolment.read(candidateId, welcome)).toMatchObject({
    reason: { code: "held.missing_source" },
  });
  expect(here.ses.mails).toHaveLength(before);
});

test("answers go to whoever launched the campaign", async () => {
  const welcome = await campaign();
  const candidateId = await sourced("en");
  here.clock.forward(4 * 86_400_000);
  await enter(candidateId, welcome);
  await as("system", () => work(welcome));
  expect(here.ses.mails.at(-1)?.ReplyToAddresses).toEqual(["recruiter@acme.example"]);
});
