import { beforeAll, expect, test } from "vitest";
import { Campaign } from "../../packages/core/campaign/index.ts";
import { recount, tallyOf } from "../../packages/core/campaign/tally.ts";
import { Candidate } from "../../packages/core/candidate/index.ts";
import { Enrolment } from "../../packages/core/enrolment/index.ts";
import { Figures } from "../../packages/core/figures/index.ts";
import { Message } from "../../packages/core/message/index.ts";
import { Metric } from "../../packages/core/metric/index.ts";
import { campaign, enter, mailOf, work } from "./support/campaigns.ts";
import { intercept, outage } from "./support/intercept.ts";
import { as, furnish, known, member } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
beforeAll(furnish);
const MINUTE = 60_000;

/** Somebody before the only mail of a campaign. */
async function before(email: string) {
  const welcome = await campaign();
  const ada = await member(here, email);
  await enter(ada, welcome);
  return { welcome, ada, messageId: await mailOf(ada, welcome) };
}

const counted = async (campaignId: string) => {
  const { entered, accepted, finished } = await Metric.total(Metric.Scope.campaign(campaignId));
  return { entered, accepted, finished };
};
const accepting = ({ name, text }: { name: string; text: string }) =>
  name === "UpdateItemCommand" && text.includes('"accepted"');
const counting = ({ name, text }: { name: string; text: string }) =>
  name === "TransactWriteItemsCommand" && text.includes('"committed"');

test("a worker counts what it did itself; whoever hears of it as well does not count it twice", async () => {
  const { welcome, ada, messageId } = await before("self@example.org");
  await work(welcome);
  expect(await counted(welcome)).toEqual({ entered: 0, accepted: 1, finished: 1 });
  const detail = { ...(await Message.read(ada, messageId)) };
  await as("system", () =>
    Figures.count([
      { source: "perennial", type: "message.accepted", detail: { ...detail, campaignId: welcome } },
    ]),
  );
  expect(await counted(welcome)).toEqual({ entered: 0, accepted: 1, finished: 1 });
});

test("what a worker did that died before it counted is counted once it is surely dead", async () => {
  const { welcome } = await before("dead@example.org");
  expect((await intercept(counting, outage, () => work(welcome))).status).toBe("rejected");
  expect(await counted(welcome)).toEqual({ entered: 0, accepted: 0, finished: 0 });
  expect(await recount(welcome)).toBeGreaterThan(here.clock.ms());
  expect(await counted(welcome)).toEqual({ entered: 0, accepted: 0, finished: 0 });
  here.clock.forward(17 * MINUTE);
  for (let time = 0; time < 2; time++) expect(await recount(welcome)).toBeUndefined();
  expect(await counted(welcome)).toEqual({ entered: 0, accepted: 1, finished: 1 });
});

test("what a dead worker sent somebody who was erased meanwhile is counted, too", async () => {
  const { welcome, ada } = await before("erased@example.org");
  await intercept(counting, outage, () => work(welcome));
  const { candidate } = await known(ada);
  await as("admin", () => Candidate.eraseFor({ candidateId: ada, confirm: candidate.name }));
  here.clock.forward(17 * MINUTE);
  await recount(welcome);
  expect(await counted(welcome)).toMatchObject({ accepted: 1 });
});

test("who counts for a dead worker and dies at it has not made what she found unfindable", async () => {
  const { welcome } = await before("again@example.org");
  await intercept(counting, outage, () => work(welcome));
  here.clock.forward(17 * MINUTE);
  expect((await intercept(counting, outage, () => recount(welcome))).status).toBe("rejected");
  expect(await counted(welcome)).toEqual({ entered: 0, accepted: 0, finished: 0 });
  for (let time = 0; time < 2; time++) expect(await recount(welcome)).toBeUndefined();
  expect(await counted(welcome)).toEqual({ entered: 0, accepted: 1, finished: 1 });
});

test("a campaign that would sleep for a day looks for what a dead worker left as soon as it may count it", async () => {
  const { welcome } = await before("early@example.org");
  await intercept(counting, outage, () => work(welcome));
  const { epoch, run } = await Campaign.read(welcome);
  const planned = await as("system", () => Campaign.plan(welcome, { epoch, run }, { events: 0, quiet: 1 }));
  expect(planned.next).toBe("sleep");
  here.clock.forward(17 * MINUTE);
  const { wakeAt = "" } = await Campaign.read(welcome);
  expect(Date.parse(wakeAt)).toBeLessThanOrEqual(here.clock.ms());
  await as("system", () => Campaign.plan(welcome, { epoch, run }, { events: 0, quiet: 1 }));
  expect(await counted(welcome)).toEqual({ entered: 0, accepted: 1, finished: 1 });
});

test("a worker that only seemed dead does not count again what others counted for it", async () => {
  const welcome = await campaign();
  const ada = await member(here, "slow@example.org");
  const tally = tallyOf(welcome);
  const reason = { code: "skipped.no_address", inputs: {}, at: here.clock.iso() };
  const entering = {
    candidateId: ada,
    campaignId: welcome,
    version: 1,
    stepId: "hello",
    dueAt: here.clock.iso(),
    reason,
  };
  await as("system", () => Enrolment.leaveOut(entering, tally));
  here.clock.forward(17 * MINUTE);
  await recount(welcome);
  await tally.close();
  expect((await Metric.total(Metric.Scope.campaign(welcome))).leftOut).toBe(1);
});

test("a worker in doubt that an index did not show everything is counted whole, once it surely does", async () => {
  const welcome = await campaign();
  const ada = await member(here, "lag@example.org");
  const scope = Metric.Scope.campaign(welcome);
  const all = Array.from({ length: Enrolment.SHARDS }, (_, shard) => shard);
  const tally = Metric.openTally(scope, all, async () => []);
  const reason = { code: "skipped.no_address", inputs: {}, at: here.clock.iso() };
  const entering = { candidateId: ada, campaignId: welcome, version: 1, stepId: "hello", reason };
  await as("system", () => Enrolment.leaveOut({ ...entering, dueAt: here.clock.iso() }, tally));
  const unheard = tally.write(outage, () => {
    throw new Error("Nobody asks");
  });
  await expect(unheard).rejects.toThrow("No answer");
  await tally.close();
  here.clock.forward(17 * MINUTE);
  for (let time = 0; time < 2; time++) await recount(welcome);
  expect((await Metric.total(scope)).leftOut).toBe(1);
});

test("a mail whose acceptance was written, but nobody heard, is counted", async () => {
  const { welcome } = await before("unheard@example.org");
  const lost = async (send: () => Promise<unknown>) => {
    await send();
    return outage();
  };
  expect((await intercept(accepting, lost, () => work(welcome))).status).toBe("rejected");
  expect(await counted(welcome)).toMatchObject({ accepted: 1 });
});

test("so is one whose acceptance the SDK wrote twice, and was refused the second time", async () => {
  const { welcome } = await before("twice@example.org");
  const twice = async (send: () => Promise<unknown>) => {
    await send();
    return send();
  };
  await intercept(accepting, twice, () => work(welcome));
  expect(await counted(welcome)).toEqual({ entered: 0, accepted: 1, finished: 1 });
});

test("whom a dead worker left out, and who was let in since, is counted as both happened", async () => {
  const welcome = await campaign();
  const ada = await member(here, "since@example.org");
  const tally = tallyOf(welcome);
  const reason = { code: "skipped.other_campaign", inputs: {}, at: here.clock.iso() };
  const entering = {
    candidateId: ada,
    campaignId: welcome,
    version: 1,
    stepId: "hello",
    dueAt: here.clock.iso(),
  };
  await as("system", () => Enrolment.leaveOut({ ...entering, reason }, tally));
  await enter(ada, welcome);
  here.clock.forward(17 * MINUTE);
  await recount(welcome);
  const { entered, leftOut } = await Metric.total(Metric.Scope.campaign(welcome));
  expect({ entered, leftOut }).toEqual({ entered: 0, leftOut: 1 });
});
