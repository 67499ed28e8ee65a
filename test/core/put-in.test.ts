import { beforeAll, expect, test } from "vitest";
import { Campaign } from "../../packages/core/campaign/index.ts";
import { Enrolment } from "../../packages/core/enrolment/index.ts";
import { newId } from "../../packages/core/id.ts";
import { crowd, idOf } from "../flows/support/crowd.ts";
import { draft, launch, template } from "./support/audience.ts";
import { campaign, turn, work } from "./support/campaigns.ts";
import { as, furnish } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
beforeAll(furnish);

const putIn = (campaignId: string, ...candidateIds: string[]) =>
  as("recruiter", () => Campaign.putIn({ campaignId, candidateIds }));

test("who is put in by hand enters by the same door as everybody, once, and gets the mails", async () => {
  await crowd(1);
  const campaignId = await campaign();
  expect(await putIn(campaignId, idOf(0))).toEqual({ entered: 1, already: 0, leftOut: [] });
  expect(await putIn(campaignId, idOf(0))).toEqual({ entered: 0, already: 1, leftOut: [] });
  expect(await Enrolment.read(idOf(0), campaignId)).toMatchObject({
    reason: { code: "entered.hand", inputs: { by: "recruiter:recruiter" } },
  });
  await work(campaignId);
  expect(await Enrolment.read(idOf(0), campaignId)).toMatchObject({ end: "finished" });
  expect(await putIn(campaignId, idOf(0))).toMatchObject({ entered: 0, already: 1 });
  await turn(campaignId, "stop");
});

test("whom nobody may write to, or who is in another campaign, is left out, and it says why now", async () => {
  await crowd(3, (n) => ({ gate: n === 0 ? { permissions: {} } : n === 1 ? { doNotContact: true } : {} }));
  const [campaignId, other] = [await campaign(), await campaign()];
  await putIn(other, idOf(2));
  const { entered, leftOut } = await putIn(campaignId, idOf(0), idOf(1), idOf(2));
  expect(entered).toBe(0);
  expect(leftOut.map(({ candidateId, reason }) => [candidateId, reason.code]).sort()).toEqual(
    [
      [idOf(0), "skipped.no_consent"],
      [idOf(1), "skipped.do_not_contact"],
      [idOf(2), "skipped.other_campaign"],
    ].sort(),
  );
  await turn(other, "stop");
  await work(other);
  await turn(campaignId, "stop");
});

test("nobody can be put in who is not here, and nothing is kept of her", async () => {
  const campaignId = await campaign();
  const candidateId = newId("cnd");
  expect(await putIn(campaignId, candidateId)).toMatchObject({
    leftOut: [{ candidateId, reason: { code: "skipped.erased" } }],
  });
  expect(await here.items({ candidateId })).toEqual([]);
  await turn(campaignId, "stop");
});

test("before it has started, and once it is over, nobody enters by hand either; and it needs the permission", async () => {
  await crowd(1);
  const mail = { stepId: "hello", kind: "email" as const, templateId: await template() };
  const { campaignId } = await draft([mail], { kind: "all", rules: [] });
  await expect(putIn(campaignId, idOf(0))).rejects.toMatchObject({ code: "campaign.closed" });
  await launch(campaignId);
  await expect(putIn(campaignId, idOf(0))).rejects.toMatchObject({ code: "campaign.closed" });
  const asked = as("viewer", () => Campaign.putIn({ campaignId, candidateIds: [idOf(0)] }));
  await expect(asked).rejects.toMatchObject({ code: "permission.missing" });
});
