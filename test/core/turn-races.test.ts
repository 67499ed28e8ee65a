import { beforeAll, expect, test } from "vitest";
import { journeyOf } from "../../packages/core/campaign/bench.ts";
import type { Step } from "../../packages/core/campaign/campaign.schema.ts";
import { finish } from "../../packages/core/campaign/finish.ts";
import { Campaign } from "../../packages/core/campaign/index.ts";
import { Candidate } from "../../packages/core/candidate/index.ts";
import { Enrolment } from "../../packages/core/enrolment/index.ts";
import { COMMUNITY } from "../../packages/core/form/index.ts";
import { Gate } from "../../packages/core/gate/index.ts";
import { template } from "./support/audience.ts";
import { campaign, enter, turn, work } from "./support/campaigns.ts";
import { intercept } from "./support/intercept.ts";
import { meanwhile } from "./support/meanwhile.ts";
import { as, furnish, member } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
beforeAll(furnish);

/** A launched campaign for who joins by the form. */
async function launched(steps: readonly Step[]) {
  return as("recruiter", async () => {
    const mail: Step = { stepId: "hello", kind: "email", templateId: await template(), hours: "any" };
    const { campaignId, revision } = await Campaign.create({
      name: "Hello",
      entry: { kind: "form", formId: COMMUNITY },
      steps: [...steps, mail],
    });
    return Campaign.launch({ campaignId, revision });
  });
}

test("a launch cannot be taken back any more once somebody may have entered", async () => {
  const { campaignId, revision } = await launched([]);
  const ada = await member(here, "ada@example.org");
  here.clock.forward(9 * 60_000);
  await as("system", async () => {
    const doors = (await Campaign.doors()).filter((door) => door.campaign.campaignId === campaignId);
    await Campaign.enrol(doors, ada, { formId: COMMUNITY });
  });
  expect(await Enrolment.read(ada, campaignId)).toMatchObject({ stepId: "hello" });
  await expect(as("recruiter", () => Campaign.notYet({ campaignId, revision }))).rejects.toMatchObject({
    code: "campaign.started",
  });
  const started = await as("recruiter", () => Campaign.startNow({ campaignId, revision }));
  expect(started.startsAt).toBe(here.clock.iso());
  await turn(campaignId, "stop");
  await work(campaignId);
});

test("a pause reaches a worker that sends no mail before its next page", async () => {
  const tag: Step = { stepId: "tag", kind: "action", deed: { do: "tag", tag: "touched" } };
  const wait: Step = { stepId: "wait", kind: "wait", unit: "days", amount: 3 };
  const { campaignId, revision } = await launched([tag, wait]);
  await as("recruiter", () => Campaign.startNow({ campaignId, revision }));
  const people: Enrolment.Info[] = [];
  for (let n = 0; n < 12; n++)
    people.push(await enter(await member(here, `pause${n}@example.org`), campaignId));
  await meanwhile(
    () => turn(campaignId, "pause"),
    () => work(campaignId),
  );
  const after = await Promise.all(people.map(({ candidateId }) => Enrolment.read(candidateId, campaignId)));
  const moved = after.filter(({ stepId }) => stepId !== "tag");
  expect(new Set(moved.map(({ shard }) => shard)).size).toBe(1);
  expect(new Set(after.map(({ shard }) => shard)).size).toBeGreaterThan(1);
});

test("whoever is taken up again while her campaign stops ends with it", async () => {
  const campaignId = await campaign();
  const undone = await member(here, "undone@example.org");
  await enter(undone, campaignId);
  const { actId } = await as("recruiter", () => Candidate.replied({ candidateId: undone }));
  await as("recruiter", () => Candidate.takeBack({ candidateId: undone, actId }));
  const stopping = async () => {
    await turn(campaignId, "stop");
    await work(campaignId);
  };
  await meanwhile(stopping, () => as("system", () => Campaign.resumeFor(undone, actId)));
  expect(await Enrolment.read(undone, campaignId)).toMatchObject({ end: "stopped.campaign" });
  expect((await Gate.read(undone))?.campaignId).toBeUndefined();
});

test("an undo that comes after the campaign's end says why she stays out, once", async () => {
  const campaignId = await campaign();
  const late = await member(here, "late@example.org");
  await enter(late, campaignId);
  const { actId } = await as("recruiter", () => Candidate.replied({ candidateId: late }));
  await turn(campaignId, "stop");
  await as("recruiter", () => Candidate.takeBack({ candidateId: late, actId }));
  for (let time = 0; time < 2; time++) await as("system", () => Campaign.resumeFor(late, actId));
  const { end, way } = await Enrolment.read(late, campaignId);
  expect(end).toBe("stopped.replied");
  expect(way.map(({ code }) => code)).toEqual(["entered.form", "stopped.replied", "not_resumed"]);
  expect(way.at(-1)).toMatchObject({ inputs: { state: "stopped" } });
});

test("a campaign that finishes while somebody pauses it has finished", async () => {
  const campaignId = await campaign();
  const finishing = async () => finish(await Campaign.read(campaignId));
  const paused = meanwhile(finishing, () => turn(campaignId, "pause"));
  await expect(paused).rejects.toMatchObject({ kind: "conflict" });
  expect((await Campaign.read(campaignId)).state).toBe("finished");
});

test("the steps of a version are read strongly: a replica that lags would give her other steps", async () => {
  const found = await Campaign.read(await campaign());
  let asked = "";
  await intercept(
    ({ name, text }) => {
      if (name === "GetItemCommand" && text.includes("journey")) asked = text;
      return asked !== "";
    },
    (send) => send(),
    () => journeyOf({ ...found, version: 2 }, 1),
  );
  expect(JSON.parse(asked)).toMatchObject({ ConsistentRead: true });
});
