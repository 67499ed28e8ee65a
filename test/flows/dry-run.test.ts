import { afterAll, beforeAll, expect, test } from "vitest";
import type { Step } from "../../packages/core/campaign/campaign.schema.ts";
import type { DryRun, LaunchPage } from "../../packages/core/campaign/launch.view.ts";
import type { Page } from "../../packages/core/campaign/views.ts";
import type { Why } from "../../packages/core/campaign/why.view.ts";
import { crowd, idOf } from "./support/crowd.ts";
import { settle, template } from "./support/launch.ts";
import { type Recruiter, signIn } from "./support/recruiter.ts";
import { pass } from "./support/steer.ts";
import { type World, world } from "./support/world.ts";

const PEOPLE = 24;
const DAY = 86_400_000;

let here: World;
let ana: Recruiter;
beforeAll(async () => {
  here = await world();
  ana = await signIn(here, "ana");
  await settle(ana);
});
afterAll(() => here.end());

/** Half are tracked, some have no city, some were mailed lately, some run out of permission on the way, some never gave one. */
const people = () =>
  crowd(PEOPLE, (n) => {
    const at = new Date(here.clock.ms() - 30 * DAY).toISOString();
    const yesterday = new Date(here.clock.ms() - DAY).toISOString();
    const until = new Date(here.clock.ms() + 5 * DAY).toISOString();
    const granted = { state: "granted" as const, consentId: `con_${"0".repeat(26)}`, at };
    return {
      tracking: n % 2 === 0,
      profile: n % 5 === 0 ? {} : { city: "Leipzig" },
      gate: {
        ...(n % 7 === 0 ? { claims: [{ messageId: `msg_${"0".repeat(26)}`, at: yesterday }] } : {}),
        ...(n % 11 === 0 ? { permissions: { job_news: { ...granted, until } } } : {}),
        ...(n % 13 === 0 ? { permissions: {} } : {}),
      },
    };
  });

async function journey(): Promise<Step[]> {
  const [first, warm, quiet] = await Promise.all(
    ["First", "Warm", "Quiet"].map((name) => template(ana, name)),
  );
  const asks = { subject: "City", body: "Hello {{ first_name }} of {{ city }}" };
  const wordings = { en: asks, de: asks };
  const { body } = await ana.call("POST", "/v1/templates", { name: "City", wordings });
  return [
    { stepId: "first", kind: "email", templateId: first ?? "" },
    { stepId: "pause", kind: "wait", unit: "business_days", amount: 3 },
    {
      ...{ stepId: "clicked", kind: "branch", unknown: "no" },
      rule: { kind: "happened", what: "clicked", stepId: "first" },
      yes: [{ stepId: "warm", kind: "email", templateId: warm ?? "" }],
      no: [
        { stepId: "tag", kind: "action", deed: { do: "tag", tag: "quiet" } },
        { stepId: "quiet", kind: "email", templateId: quiet ?? "" },
      ],
    },
    { stepId: "week", kind: "wait", unit: "days", amount: 7 },
    { stepId: "city", kind: "email", templateId: String(body.templateId) },
  ];
}

async function draft(): Promise<{ campaignId: string; revision: number }> {
  const rule = { kind: "all", rules: [] };
  const { body } = await ana.call("POST", "/v1/segments", { name: "Everybody", rule });
  const entry = { kind: "segment", segmentId: body.segmentId, mode: "once" };
  const steps = await journey();
  return (
    await ana.call<{ campaignId: string; revision: number }>("POST", "/v1/campaigns", {
      name: "Spring",
      entry,
      steps,
    })
  ).body;
}

const brief = ({ stepId = "-", code, at }: { stepId?: string; code: string; at: string }) =>
  `${stepId} ${code} ${at.slice(0, 13)}`;

test("what the dry run says is what happens, decision for decision, to everybody who does nothing", async () => {
  await people();
  const { campaignId, revision } = await draft();
  const { body: foreseen } = await ana.call<DryRun>("POST", `/v1/campaigns/${campaignId}/dry-run`, {});
  const { body: launching } = await ana.call<LaunchPage>("GET", `/v1/campaigns/${campaignId}/launch-page`);
  expect(foreseen).toMatchObject({ total: PEOPLE, people: PEOPLE });
  expect(await ana.call("POST", `/v1/campaigns/${campaignId}/launch`, { revision })).toMatchObject({
    status: 200,
  });

  await pass(here, 16 * DAY);

  await here.clock.settled();
  // A token ends after an hour.
  ana = await signIn(here, "ana");
  const { body: page } = await ana.call<Page>("GET", `/v1/campaigns/${campaignId}`);
  expect(page.people.leftOut).toBe(PEOPLE - launching.audience.enters);
  for (let n = 0; n < PEOPLE; n++) {
    const { body: why } = await ana.call<Why>("GET", `/v1/campaigns/${campaignId}/people/${idOf(n)}/why`);
    const real = why.decisions.filter(({ code }) => !code.startsWith("entered."));
    const rows = foreseen.rows.filter(({ candidateId }) => candidateId === idOf(n));
    expect(real.map(brief), `person ${n}`).toEqual(rows.map(brief));
  }
  expect(page.figures.accepted).toBe(launching.plan.mails);
  expect(page.days.flatMap(({ day, mails }) => (mails > 0 ? [{ day, mails }] : []))).toEqual(
    launching.plan.days,
  );
});
