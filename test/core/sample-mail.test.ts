import { beforeAll, expect, test } from "vitest";
import { Candidate } from "../../packages/core/candidate/index.ts";
import { Gate } from "../../packages/core/gate/index.ts";
import { begin, Sample } from "../../packages/core/sample/index.ts";
import { campaign, enter, work } from "./support/campaigns.ts";
import { as, furnish } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
beforeAll(furnish);

test("a campaign leaves sample people out, and says why", async () => {
  await as("admin", () => begin(20));
  await as("system", () => Sample.layPart(0));
  const ids = (await Candidate.everybody()).map(({ candidateId }) => candidateId);
  const gates = [...(await Gate.readMany(ids)).values()];
  const [allows] = gates.filter((gate) => Candidate.mayWrite(gate).answer === "yes");
  const campaignId = await campaign();
  const left = await enter(String(allows?.candidateId), campaignId);
  expect(left).toMatchObject({ end: "left_out", reason: { code: "skipped.sample" } });
  await work(campaignId);
  expect(here.ses.mails).toEqual([]);
});
