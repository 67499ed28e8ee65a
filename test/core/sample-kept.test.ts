import { beforeAll, expect, test } from "vitest";
import { Campaign } from "../../packages/core/campaign/index.ts";
import { Enrolment } from "../../packages/core/enrolment/index.ts";
import { COMMUNITY } from "../../packages/core/form/index.ts";
import { letters, past } from "../../packages/core/sample/campaigns.ts";
import { begin, Sample } from "../../packages/core/sample/index.ts";
import { Segment } from "../../packages/core/segment/index.ts";
import { Template } from "../../packages/core/template/index.ts";
import { enter, work } from "./support/campaigns.ts";
import { as, furnish, member } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
beforeAll(furnish);

const templates = letters().map(({ templateId }) => templateId);
const segments = () => past(new Date(here.clock.ms())).map(({ segmentId }) => segmentId);

async function lay() {
  await as("admin", () => begin(3));
  await as("system", () => Sample.layPart(0));
}
async function remove() {
  await as("admin", Sample.remove);
  await as("system", () => Sample.removePart(0));
}

const mail = (stepId: string, templateId = "") => ({
  stepId,
  kind: "email" as const,
  templateId,
  hours: "any" as const,
});

/** A real campaign that sends one of the sample's templates, and its next version another. */
async function running(first: string | undefined, next: string | undefined): Promise<string> {
  const entry = { kind: "form" as const, formId: COMMUNITY };
  const { campaignId, revision } = await Campaign.create({
    name: "Real",
    entry,
    steps: [mail("hello", first)],
  });
  const launched = await Campaign.launch({ campaignId, revision });
  await Campaign.startNow({ campaignId, revision: launched.revision });
  const { revision: now } = await Campaign.read(campaignId);
  await Campaign.save({ campaignId, revision: now, name: "Real", entry, steps: [mail("hello", next)] });
  return campaignId;
}

test("what a real campaign or draft uses stays when the sample goes, and is nobody's but theirs", async () => {
  await lay();
  const [first, second, third, unused] = templates;
  const [segmentId = "", other = ""] = segments();
  const campaignId = await as("recruiter", () => running(first, second));
  await as("recruiter", () =>
    Campaign.create({
      name: "Draft",
      entry: { kind: "segment", segmentId, mode: "once" },
      steps: [mail("hello", third)],
    }),
  );
  const her = await member(here, "real@example.org");
  await enter(her, campaignId);
  await remove();

  const there = await Promise.all(templates.map(Template.read));
  expect(there.map((template) => template !== undefined)).toEqual([true, true, true, false, false, false]);
  expect(await Template.read(unused ?? "")).toBeUndefined();
  expect((await Segment.read(segmentId))?.segmentId).toBe(segmentId);
  expect(await Segment.read(other)).toBeUndefined();
  expect(await here.items({ sample: true })).toEqual([]);
  await work(campaignId);
  expect((await Enrolment.read(her, campaignId)).reason.code).not.toMatch(/^held/);
  expect(here.ses.sentTo("real@example.org")).not.toEqual([]);
});

test("laid out and removed again, what was kept is as its new owner changed it", async () => {
  const templateId = templates[0] ?? "";
  const { revision, wordings } = await as("recruiter", () => Template.get({ templateId }));
  await as("recruiter", () => Template.save({ templateId, revision, name: "Ours", wordings }));
  await lay();
  expect((await Template.read(templateId))?.name).toBe("Ours");
  await remove();
  expect((await Template.read(templateId))?.name).toBe("Ours");
});
