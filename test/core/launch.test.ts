import { beforeAll, expect, test } from "vitest";
import type { EmailStep, Info, Step } from "../../packages/core/campaign/campaign.schema.ts";
import { Campaign } from "../../packages/core/campaign/index.ts";
import { versions } from "../../packages/core/campaign/version.ts";
import { Segment } from "../../packages/core/segment/index.ts";
import { draft, launch, template } from "./support/audience.ts";
import { as, furnish } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
const everybody = { kind: "all" as const, rules: [] };
const tagged = { kind: "set" as const, fact: "tags" as const, op: "any_of" as const, values: ["vip"] };

let mail: EmailStep;

beforeAll(async () => {
  await furnish();
  mail = { stepId: "hello", kind: "email", templateId: await template() };
});

const drafted = async (steps: readonly Step[] = [mail]) => (await draft(steps, everybody)).campaignId;
const act = async (what: "notYet" | "startNow" | "pause", campaignId: string) => {
  const { revision } = await Campaign.read(campaignId);
  return as("recruiter", () => Campaign[what]({ campaignId, revision }));
};
const save = async (campaignId: string, changes: Partial<Info>) => {
  const { name, entry, steps, revision } = { ...(await Campaign.read(campaignId)), ...changes };
  return as("recruiter", () => Campaign.save({ campaignId, name, entry, steps, revision }));
};

test("a launch fixes the rule, the sender, the slots and the steps, and starts in ten minutes", async () => {
  const campaignId = await drafted();
  const { entry, sender, startsAt, grid, state, version } = await launch(campaignId);
  expect({ state, grid, version }).toEqual({ state: "running", grid: 60, version: 1 });
  expect(entry).toMatchObject({ kind: "segment", rule: everybody });
  expect(sender).toEqual({ recruiterId: "recruiter", name: "recruiter", email: "recruiter@acme.example" });
  expect(Date.parse(startsAt ?? "") - here.clock.ms()).toBe(600_000);
  expect(await versions(campaignId)).toMatchObject([
    { version: 1, steps: [mail], by: "recruiter:recruiter" },
  ]);
});

test("what the segment says later changes nothing in a campaign that was launched", async () => {
  const campaignId = await drafted();
  await launch(campaignId);
  const { entry } = await Campaign.read(campaignId);
  const segmentId = entry.kind === "segment" ? entry.segmentId : "";
  await as("recruiter", () => Segment.save({ segmentId, revision: 1, name: "Them", rule: tagged }));
  expect((await Campaign.read(campaignId)).entry).toMatchObject({ rule: everybody });
});

test("within ten minutes a launch can be taken back: it is a draft again and follows its segment again", async () => {
  const campaignId = await drafted();
  await launch(campaignId);
  const { state, entry, startsAt, launchedAt, sender, epoch } = await act("notYet", campaignId);
  expect({ state, startsAt, launchedAt, sender, epoch }).toEqual({ state: "draft", epoch: 2 });
  expect(entry).not.toHaveProperty("rule");
  expect((await launch(campaignId)).state).toBe("running");
});

test("once it has started nothing is taken back", async () => {
  const campaignId = await drafted();
  await launch(campaignId);
  const started = await act("startNow", campaignId);
  expect(started.startsAt).toBe(here.clock.iso());
  for (const what of ["notYet", "startNow"] as const)
    await expect(act(what, campaignId)).rejects.toMatchObject({ code: "campaign.started" });
});

test("taking back and starting now tell the workflow to stop and to start", async () => {
  const campaignId = await drafted();
  await launch(campaignId);
  await act("startNow", campaignId);
  const events = await here.items({ campaignId, __edb_e__: "event", type: "campaign.started_now" });
  expect(events).toMatchObject([{ data: { stop: { epoch: 1, run: 0 }, start: { epoch: 2, run: 0 } } }]);
});

test("a saved change of a launched campaign is a new version; the same steps are none", async () => {
  const campaignId = await drafted();
  await launch(campaignId);
  const wait: Step = { stepId: "pause", kind: "wait", unit: "hours", amount: 4 };
  const { version, grid } = await save(campaignId, { steps: [mail, wait, { ...mail, stepId: "more" }] });
  expect({ version, grid }).toEqual({ version: 2, grid: 15 });
  expect(await save(campaignId, { name: "Summer" })).toMatchObject({ version: 2, name: "Summer" });
  expect((await versions(campaignId)).map(({ steps }) => steps.length)).toEqual([1, 3]);
});

test("who enters a launched campaign cannot be changed, nor what a step's name means", async () => {
  const campaignId = await drafted();
  const { entry } = await launch(campaignId);
  const other = { ...entry, mode: "continuing" as const } as Info["entry"];
  await expect(save(campaignId, { entry: other })).rejects.toMatchObject({ code: "campaign.launched" });
  const reused: Step = { stepId: "hello", kind: "wait", unit: "days", amount: 1 };
  await expect(save(campaignId, { steps: [reused, { ...mail, stepId: "b" }] })).rejects.toMatchObject({
    code: "steps.reused",
  });
});

test("steps that are no journey are refused, each fault named", async () => {
  await expect(drafted([mail, mail])).rejects.toThrow(/Two steps are called "hello"/);
});

test("what is missing stands before a launch by name: a template, the segment", async () => {
  const campaignId = await drafted([{ ...mail, templateId: `tpl_${"0".repeat(26)}` }]);
  const { entry } = await Campaign.read(campaignId);
  if (entry.kind === "segment")
    await save(campaignId, { entry: { ...entry, segmentId: `seg_${"0".repeat(26)}` } });
  const { blockers } = await as("recruiter", () => Campaign.launchPage({ campaignId }));
  expect(blockers.map(({ code }) => code)).toEqual(["segment.missing", "template.missing"]);
  await expect(launch(campaignId)).rejects.toMatchObject({ code: "campaign.blocked" });
});

test("an audience of nobody is a warning, not a hindrance", async () => {
  const { campaignId } = await draft([mail], { kind: "any", rules: [] });
  const { warnings, audience } = await as("recruiter", () => Campaign.launchPage({ campaignId }));
  expect(warnings.map(({ code }) => code)).toEqual(["audience.empty"]);
  expect(audience).toEqual({ matched: 0, enters: 0, leftOut: [] });
  expect((await launch(campaignId)).state).toBe("running");
});
