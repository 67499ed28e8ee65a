import { beforeAll, expect, test } from "vitest";
import { Campaign } from "../../packages/core/campaign/index.ts";
import { Candidate } from "../../packages/core/candidate/index.ts";
import { Enrolment } from "../../packages/core/enrolment/index.ts";
import { Segment } from "../../packages/core/segment/index.ts";
import { Template } from "../../packages/core/template/index.ts";
import { crowd, idOf } from "../flows/support/crowd.ts";
import { calls } from "./support/calls.ts";
import { enter as enterForm, campaign as formCampaign, turn, work } from "./support/campaigns.ts";
import { as, furnish } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
beforeAll(furnish);

const nurses = { kind: "set" as const, fact: "tags" as const, op: "any_of" as const, values: ["nurse"] };

/** A campaign for whoever is tagged "nurse", started. */
async function campaign(mode: "once" | "continuing", { start = true } = {}): Promise<string> {
  const wording = { subject: "Hello", body: "Hello" };
  return as("recruiter", async () => {
    const { templateId } = await Template.create({ name: "Hello", wordings: { en: wording, de: wording } });
    const { segmentId } = await Segment.create({ name: `Nurses ${here.clock.ms()}`, rule: nurses });
    const { campaignId, revision } = await Campaign.create({
      name: "Hello",
      entry: { kind: "segment", segmentId, mode },
      steps: [{ stepId: "hello", kind: "email", templateId }],
    });
    const launched = await Campaign.launch({ campaignId, revision });
    if (start) await Campaign.startNow({ campaignId, revision: launched.revision });
    return campaignId;
  });
}

const nurse = (n: number) => (n % 2 === 0 ? { profile: { tags: ["nurse"] } } : {});
const enrol = (candidateId: string) =>
  as("system", async () => Campaign.enrol(await Campaign.doors(), candidateId));
const inside = async (campaignId: string) =>
  (await here.items({ campaignId, __edb_e__: "enrolment" })).map(({ candidateId }) => candidateId).sort();

/** Every part of the roster is gone through, as the workflow does. */
async function begin(campaignId: string, remaining = () => 300_000): Promise<number> {
  const { epoch } = await Campaign.read(campaignId);
  const { entered } = await as("system", () =>
    Campaign.begin({ campaignId, epoch, shards: Candidate.SHARDS }, remaining),
  );
  return entered;
}

test("at the start everybody enters whom the rule matches, once, however often it is begun", async () => {
  await crowd(20, nurse);
  const campaignId = await campaign("once");
  expect(await begin(campaignId)).toBe(10);
  expect(await begin(campaignId)).toBe(0);
  expect(await inside(campaignId)).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16, 18].map(idOf).sort());
  await turn(campaignId, "stop");
});

test("a worker of the start whose time is up says so, and the next goes on where it was", async () => {
  await crowd(20, nurse);
  const campaignId = await campaign("once");
  let looks = 0;
  await expect(begin(campaignId, () => (looks++ < 4 ? 300_000 : 0))).rejects.toThrow("going on");
  const some = (await inside(campaignId)).length;
  expect(some).toBeGreaterThan(0);
  expect(await begin(campaignId)).toBe(10 - some);
  await turn(campaignId, "stop");
});

test("a fact that changes lets her into a campaign that goes on, and into no other; once ever", async () => {
  await crowd(20, nurse);
  const [once, on] = [await campaign("once"), await campaign("continuing")];
  await enrol(idOf(1));
  expect(await inside(on)).toEqual([]);
  await as("recruiter", () => Candidate.tagMany({ candidateIds: [idOf(1)], add: ["nurse"], remove: [] }));
  for (let time = 0; time < 2; time++) await enrol(idOf(1));
  expect([await inside(on), await inside(once)]).toEqual([[idOf(1)], []]);
  expect(await Enrolment.read(idOf(1), on)).toMatchObject({ reason: { code: "entered.segment" } });
  await turn(on, "stop");
});

test("who comes in the ten minutes is left to the start, which finds her", async () => {
  await crowd(20, nurse);
  const campaignId = await campaign("continuing", { start: false });
  await enrol(idOf(0));
  expect(await inside(campaignId)).toEqual([]);
  here.clock.forward(600_000);
  expect(await begin(campaignId)).toBe(10);
  await turn(campaignId, "stop");
});

test("who finished a campaign comes into the one that left her out because of it, and into no form's she never joined by", async () => {
  await crowd(20, nurse);
  const on = await campaign("continuing");
  const [form, other] = [await formCampaign(), await formCampaign()];
  await enterForm(idOf(0), form);
  await enrol(idOf(0));
  expect(await Enrolment.read(idOf(0), on)).toMatchObject({ reason: { code: "skipped.other_campaign" } });
  await work(form);
  await as("system", async () => Campaign.enrol(await Campaign.doors(), idOf(0), { finished: true }));
  expect(await Enrolment.read(idOf(0), on)).toMatchObject({ reason: { code: "entered.segment" } });
  expect(await inside(other)).toEqual([]);
  for (const id of [on, form, other]) await turn(id, "stop");
});

test("many who change cost one reading of the list of campaigns", async () => {
  await crowd(20, nurse);
  await campaign("continuing");
  const made = await calls(() =>
    as("system", async () => {
      const doors = await Campaign.doors();
      for (let n = 1; n < 20; n += 2) await Campaign.enrol(doors, idOf(n));
    }),
  );
  expect(made.QueryCommand).toBe(1);
});
