import { beforeAll, expect, test } from "vitest";
import type { Step } from "../../packages/core/campaign/campaign.schema.ts";
import { Campaign } from "../../packages/core/campaign/index.ts";
import { COMMUNITY } from "../../packages/core/form/index.ts";
import { draft, template } from "./support/audience.ts";
import { calls } from "./support/calls.ts";
import { crowd } from "./support/crowd.ts";
import { as, furnish } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
const PEOPLE = 410;

let steps: readonly Step[];
beforeAll(async () => {
  await furnish();
  steps = [{ stepId: "hello", kind: "email", templateId: await template() }];
});

const dryRun = (campaignId: string, cursor?: string) =>
  as("viewer", () => Campaign.dryRun({ campaignId, ...(cursor ? { cursor } : {}) }));

test("everybody is listed once over all pages, with the dates of one launch", async () => {
  const ids = (await crowd(Array.from({ length: PEOPLE }, () => ({})))).map(({ candidateId }) => candidateId);
  const { campaignId } = await draft(steps, { kind: "all", rules: [] });
  const listed: string[] = [];
  const dates = new Set<string>();
  let cursor: string | undefined;
  let queries = 0;
  do {
    let page = {} as Awaited<ReturnType<typeof dryRun>>;
    const { QueryCommand = 0 } = await calls(async () => {
      page = await dryRun(campaignId, cursor);
    });
    queries += QueryCommand;
    expect(page.total).toBe(PEOPLE);
    listed.push(...page.rows.map(({ candidateId }) => candidateId));
    for (const { at } of page.rows) dates.add(at);
    cursor = page.cursor;
    here.clock.forward(60_000);
  } while (cursor);
  expect([...listed].sort()).toEqual([...ids].sort());
  // Everybody is counted once; then each shard is read for the page it stands on, and where two pages meet once more.
  expect(queries).toBeLessThan(160);
  expect(dates.size).toBe(1);
  await expect(dryRun(campaignId, "elsewhere")).rejects.toMatchObject({ code: "input.invalid" });
});

test("a form has no audience yet: one typical person shows what would happen to who joins", async () => {
  const entry = { kind: "form" as const, formId: COMMUNITY };
  const { campaignId } = await as("recruiter", () =>
    Campaign.create({ name: "Welcome", entry, steps: [...steps] }),
  );
  expect(await dryRun(campaignId)).toMatchObject({
    ...{ typical: true, total: 0, people: 1 },
    rows: [{ name: "Somebody who joins", stepId: "hello", code: "sent" }],
  });
  const { audience, plan, warnings } = await as("viewer", () => Campaign.launchPage({ campaignId }));
  expect({ audience, mails: plan.mails, warnings }).toEqual({
    audience: { matched: 0, enters: 0, leftOut: [] },
    mails: 1,
    warnings: [],
  });
});
