import { beforeAll, expect, test } from "vitest";
import { Campaign } from "../../packages/core/campaign/index.ts";
import { Segment } from "../../packages/core/segment/index.ts";
import { Template } from "../../packages/core/template/index.ts";
import { removeSegment } from "../../packages/functions/api/segments.ts";
import { as, furnish } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
beforeAll(furnish);

const nurses = {
  name: "Nurses",
  rule: { kind: "set" as const, fact: "interests" as const, op: "any_of" as const, values: ["Nursing"] },
};
const conflict = { kind: "conflict", code: "changed.meanwhile" };

test("a rule is kept under a name, listed in words, and changed by whoever saw its latest version", () =>
  as("recruiter", async () => {
    const { segmentId, revision } = await Segment.create(nurses);
    const { segments } = await Segment.list();
    expect(segments).toMatchObject([
      { segmentId, name: "Nurses", words: "People who are interested in Nursing." },
    ]);
    here.clock.forward(60_000);
    const saved = await Segment.save({ segmentId, ...nurses, name: "Nurses in Leipzig", revision });
    expect(saved).toMatchObject({ name: "Nurses in Leipzig", revision: 2, updatedAt: here.clock.iso() });
    await expect(Segment.save({ segmentId, ...nurses, revision })).rejects.toMatchObject(conflict);
    expect(await here.items({ type: "segment.written" })).toHaveLength(2);
  }));

test("a rule that is not one is refused, field by field", () =>
  as("recruiter", () => {
    const create = (rule: Parameters<typeof Segment.create>[0]["rule"]) => () =>
      Segment.create({ name: "No", rule });
    const between = { kind: "number", fact: "experienceYears", op: "between", value: 5, to: 3 } as const;
    expect(create(between)).toThrow("rule.to: Say up to how many");
    expect(create({ kind: "date", fact: "joinedAt", op: "before" })).toThrow("rule.day: Say which day");
  }));

test("viewers look, and change nothing", () =>
  as("viewer", async () => {
    await expect(Segment.create(nurses)).rejects.toMatchObject({ code: "permission.missing" });
    await expect(Segment.list()).resolves.toBeDefined();
    await expect(Segment.preview({ rule: nurses.rule, exact: true })).resolves.toBeDefined();
  }));

test("a segment that a draft is entered by stays; once nothing needs it, it goes", () =>
  as("recruiter", async () => {
    const { segmentId, revision } = await Segment.create(nurses);
    const wording = { subject: "Hello", body: "Hello" };
    const { templateId } = await Template.create({ name: "Hello", wordings: { en: wording } });
    const draft = {
      name: "Spring letter",
      entry: { kind: "segment" as const, segmentId, mode: "once" as const },
      steps: [{ stepId: "hello", kind: "email" as const, templateId }],
    };
    const campaign = await Campaign.create(draft);
    await expect(removeSegment({ segmentId, revision })).rejects.toThrow("Spring letter");
    const { segmentId: other } = await Segment.create({ ...nurses, name: "Others" });
    const { campaignId } = campaign;
    const entry = { ...draft.entry, segmentId: other };
    await Campaign.save({ ...draft, campaignId, revision: campaign.revision, entry });
    await expect(removeSegment({ segmentId, revision: revision + 1 })).rejects.toMatchObject(conflict);
    await removeSegment({ segmentId, revision });
    await expect(Segment.get({ segmentId })).rejects.toMatchObject({ code: "segment.missing" });
    expect(await here.items({ type: "segment.removed" })).toHaveLength(1);
  }));
