import { beforeAll, expect, test } from "vitest";
import { Campaign } from "../../packages/core/campaign/index.ts";
import { Template } from "../../packages/core/template/index.ts";
import { looked } from "./support/calls.ts";
import { campaign } from "./support/campaigns.ts";
import { as, furnish } from "./support/people.ts";
import { table } from "./support/table.ts";

table();
beforeAll(furnish);

const acts = (campaignId: string) => as("viewer", () => Campaign.history({ campaignId }));

test("a campaign's history reads what is about it, however much happens elsewhere", async () => {
  const [one, other] = [await campaign(), await campaign()];
  const before = await acts(one);
  const items = await looked(() => acts(one));
  const { campaignId, revision } = await Campaign.read(other);
  await as("recruiter", () => Campaign.pause({ campaignId, revision }));
  for (let n = 0; n < 20; n++) {
    const wordings = { en: { subject: `S${n}`, body: "Hello" } };
    await as("recruiter", () => Template.create({ name: `T${n}`, wordings }));
  }
  expect(await acts(one)).toEqual(before);
  expect(await looked(() => acts(one))).toBe(items);
  expect(before.acts.map(({ act }) => act)).toEqual(expect.arrayContaining(["launched", "written"]));
  expect((await acts(other)).acts.map(({ act }) => act)).toContain("paused");
});
