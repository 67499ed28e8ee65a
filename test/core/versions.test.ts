import { beforeAll, expect, test } from "vitest";
import type { EmailStep, Step } from "../../packages/core/campaign/campaign.schema.ts";
import { Campaign } from "../../packages/core/campaign/index.ts";
import { Enrolment } from "../../packages/core/enrolment/index.ts";
import { newId } from "../../packages/core/id.ts";
import { Template } from "../../packages/core/template/index.ts";
import { begin, draft, launch, look, reachable, runThrough, template } from "./support/audience.ts";
import { as, furnish } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
beforeAll(furnish);

const sentTo = async (candidateId: string, campaignId: string) =>
  Object.keys((await Enrolment.read(candidateId, campaignId)).mails);

test("who is inside stays on the steps she entered by; who comes later takes the new ones", async () => {
  const first: EmailStep = { stepId: "first", kind: "email", templateId: await template() };
  const week: Step = { stepId: "week", kind: "wait", unit: "days", amount: 7 };
  const second = { ...first, stepId: "second" };
  const everybody = { kind: "all" as const, rules: [] };
  const [ada = ""] = await reachable([{}]);
  const { campaignId, entry } = await draft([first, week, second], everybody, "continuing");
  await launch(campaignId);
  await begin(here, campaignId);
  await look(here, campaignId);

  const { revision, name } = await Campaign.read(campaignId);
  const steps = [first, week, { ...first, stepId: "instead" }];
  await as("recruiter", () => Campaign.save({ campaignId, revision, name, entry, steps }));
  const [bea = ""] = await reachable([{}]);
  await as("system", async () => Campaign.enrol(await Campaign.doors(), bea));
  const { versions } = await as("viewer", () => Campaign.history({ campaignId }));
  expect(versions.map(({ version, inside }) => ({ version, inside }))).toEqual([
    { version: 2, inside: 1 },
    { version: 1, inside: 1 },
  ]);

  await runThrough(here, campaignId);
  expect(await sentTo(ada, campaignId)).toEqual(["first", "second"]);
  expect(await sentTo(bea, campaignId)).toEqual(["first", "instead"]);
  const { steps: shown } = await as("viewer", () => Campaign.page({ campaignId }));
  expect(shown.map(({ stepId }) => stepId)).toEqual(["first", "week", "instead", "second"]);
});

test("a running campaign takes no step that a launch would refuse, and the refusal names it", async () => {
  const good: EmailStep = { stepId: "first", kind: "email", templateId: await template() };
  const { campaignId, entry } = await draft([good], { kind: "all", rules: [] });
  await launch(campaignId);
  const { revision, name } = await Campaign.read(campaignId);
  const save = (added: EmailStep) =>
    as("recruiter", () => Campaign.save({ campaignId, revision, name, entry, steps: [good, added] }));
  const gone = save({ ...good, stepId: "gone", templateId: newId("tpl") });
  await expect(gone).rejects.toMatchObject({
    code: "campaign.blocked",
    problems: [{ field: "steps.gone", message: expect.stringContaining("Mail 2 has no template") }],
  });
  const { templateId } = await as("recruiter", () =>
    Template.create({ name: "Half", wordings: { en: { subject: "Hi", body: "{{ salary }}" } } }),
  );
  await expect(save({ ...good, stepId: "half", templateId })).rejects.toMatchObject({
    problems: expect.arrayContaining([
      { field: "steps.half", message: expect.stringContaining('There is no value called "salary"') },
    ]),
  });
  expect((await Campaign.read(campaignId)).version).toBe(1);
});
