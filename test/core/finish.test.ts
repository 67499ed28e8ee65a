import { beforeAll, expect, test } from "vitest";
import { Campaign } from "../../packages/core/campaign/index.ts";
import { entities } from "../../packages/core/service.ts";
import { as, furnish } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
beforeAll(furnish);
const MINUTE_MS = 60_000;

/** A campaign that everybody it was for has gone through, as its item says. */
async function gone(): Promise<string> {
  const segmentId = `seg_${"0".repeat(26)}`;
  const templateId = `tpl_${"0".repeat(26)}`;
  const { campaignId } = await as("recruiter", () =>
    Campaign.create({
      name: "Gone",
      entry: { kind: "segment", segmentId, mode: "once" },
      steps: [{ stepId: "hello", kind: "email", templateId }],
    }),
  );
  await entities.campaign.patch({ campaignId }).set({ state: "running", enrolledAt: here.clock.iso() }).go();
  return campaignId;
}

async function look(campaignId: string, before = { events: 0, quiet: 0, empty: 0 }) {
  const { epoch, run } = await Campaign.read(campaignId);
  return as("system", () => Campaign.plan(campaignId, { epoch, run }, before));
}

/** What the aggregator has counted so far. */
const counted = (campaignId: string, counters: { entered: number; finished: number; stopped: number }) =>
  entities.metric
    .upsert({ scope: `campaign/${campaignId}`, shard: 3, period: "all" })
    .set(counters)
    .go();

test("two looks five minutes apart find nobody, and the figures agree: it has finished, once", async () => {
  const campaignId = await gone();
  await counted(campaignId, { entered: 3, finished: 2, stopped: 1 });
  const first = await look(campaignId);
  expect(first).toMatchObject({ next: "sleep", empty: 1 });
  expect(Date.parse(first.wakeAt) - here.clock.ms()).toBe(5 * MINUTE_MS);
  here.clock.forward(5 * MINUTE_MS);
  expect(await look(campaignId, first)).toMatchObject({ next: "done" });
  expect(await Campaign.read(campaignId)).toMatchObject({ state: "finished", finishedAt: here.clock.iso() });
  expect(await look(campaignId, first)).toMatchObject({ next: "replaced" });
  expect(await here.items({ type: "campaign.finished", campaignId })).toHaveLength(1);
});

test("while the figures are behind it looks again, less and less often", async () => {
  const campaignId = await gone();
  await counted(campaignId, { entered: 3, finished: 2, stopped: 0 });
  let plan = await look(campaignId);
  const sleeps: number[] = [];
  for (let time = 0; time < 10; time++) {
    here.clock.forward(Date.parse(plan.wakeAt) - here.clock.ms());
    plan = await look(campaignId, plan);
    expect(plan.next).toBe("sleep");
    sleeps.push((Date.parse(plan.wakeAt) - here.clock.ms()) / MINUTE_MS);
  }
  expect(sleeps.slice(0, 4)).toEqual([5, 10, 20, 40]);
  expect(sleeps.at(-1)).toBe(24 * 60);
  await counted(campaignId, { entered: 3, finished: 3, stopped: 0 });
  expect(await look(campaignId, plan)).toMatchObject({ next: "done" });
});
