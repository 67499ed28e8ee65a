import { beforeAll, expect, test } from "vitest";
import { hold } from "../../packages/core/campaign/hold.ts";
import { Campaign } from "../../packages/core/campaign/index.ts";
import { campaign } from "./support/campaigns.ts";
import { as, furnish } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
beforeAll(furnish);

const MINUTE_MS = 60_000;

test("a held campaign says since when, however often SES says no again; a later hold is another one", async () => {
  const campaignId = await campaign();
  const verdict = async () => (await as("viewer", () => Campaign.page({ campaignId }))).verdict;
  const held = (minutes: number, code = "ses.paused") =>
    as("system", () => hold(campaignId, new Date(here.clock.ms() + minutes * MINUTE_MS), code));
  const since = here.clock.iso();
  await held(15);
  here.clock.forward(16 * MINUTE_MS);
  expect(await verdict()).not.toHaveProperty("since");
  await held(15);
  expect(await verdict()).toMatchObject({ code: "held", since, hold: { code: "ses.paused" } });
  here.clock.forward(5 * MINUTE_MS);
  const other = here.clock.iso();
  await held(30, "quota.day");
  expect(await verdict()).toMatchObject({ since: other, hold: { code: "quota.day" } });
  here.clock.forward(24 * 60 * MINUTE_MS);
  const later = here.clock.iso();
  await held(15, "quota.day");
  expect(await verdict()).toMatchObject({ since: later });
});
