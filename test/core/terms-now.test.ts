import { beforeAll, expect, test } from "vitest";
import { Enrolment } from "../../packages/core/enrolment/index.ts";
import { Organisation } from "../../packages/core/organisation/index.ts";
import { crowd, emailOf } from "../flows/support/crowd.ts";
import { campaign, enter, work } from "./support/campaigns.ts";
import { intercept } from "./support/intercept.ts";
import { as, furnish } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
beforeAll(furnish);

const at = "2026-01-05T08:00:00.000Z";
const consentId = `con_${"0".repeat(26)}`;

/** From now on people there are written to by their own consent alone. */
const needConsentIn = (country: string) =>
  as("admin", async () => {
    const { policy, revision } = await Organisation.read();
    const { consentCountries } = policy;
    const countries = [...consentCountries.countries, country];
    const changed = { ...consentCountries, countries, reason: "Our counsel says so" };
    await Organisation.savePolicy({ ...policy, consentCountries: changed, revision });
  });

test("a country that needs consent from now on gets no mail of a worker that began before", async () => {
  const interest = { state: "granted" as const, consentId, at, ground: "legitimate_interest" as const };
  const notice = { source: "LinkedIn", obtainedAt: at, givenAt: at };
  const people = await crowd(2, (n) => ({
    gate: n === 0 ? { permissions: { job_news: interest }, country: "JP", notice } : { country: "JP" },
  }));
  const welcome = await campaign();
  for (const candidateId of people) await enter(candidateId, welcome);
  await intercept(
    ({ name, text }) => name === "UpdateItemCommand" && text.includes('"sending"'),
    async (send) => {
      await needConsentIn("JP");
      return send();
    },
    () => work(welcome),
  );
  await work(welcome);
  expect([0, 1].map((n) => here.ses.sentTo(emailOf(n)))).toEqual([0, 1]);
  const [imported = ""] = people;
  expect((await Enrolment.read(imported, welcome)).reason.code).toBe("skipped.needs_consent");
});
