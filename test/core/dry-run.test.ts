import { beforeAll, expect, test } from "vitest";
import type { Step } from "../../packages/core/campaign/campaign.schema.ts";
import { Campaign } from "../../packages/core/campaign/index.ts";
import { Enrolment } from "../../packages/core/enrolment/index.ts";
import { draft, launch, reachable, runThrough, template } from "./support/audience.ts";
import type { Someone } from "./support/crowd.ts";
import { now, open } from "./support/gates.ts";
import { as, furnish } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
const DAY_MS = 86_400_000;
const ago = (days: number) => new Date(now.getTime() - days * DAY_MS).toISOString();
const tracking = { state: "granted" as const, consentId: `con_${"0".repeat(26)}`, at: ago(20) };

const lives = (name: string) => ({ profile: { name, city: "Leipzig" } });

/** One of each kind that a campaign treats in its own way. */
const people: readonly Someone[] = [
  lives("Plain"),
  { ...lives("Tracked"), gate: { permissions: { ...open.permissions, tracking } } },
  { ...lives("Mailed yesterday"), gate: { claims: [{ messageId: `msg_${"0".repeat(26)}`, at: ago(1) }] } },
  { profile: { name: "Has no city" } },
  { ...lives("Never asked"), gate: { permissions: {} } },
  { ...lives("Bounced"), gate: { suppressed: "bounce" } },
  { ...lives("Elsewhere"), gate: { campaignId: `cmp_${"0".repeat(26)}` } },
  { ...lives("No address"), hasAddress: false },
];

let campaignId: string;
let ids: string[];

beforeAll(async () => {
  await furnish();
  ids = await reachable(people);
  const [plain, asking] = await Promise.all([template(), template("Hello {{ first_name }} of {{ city }}")]);
  const steps: Step[] = [
    { stepId: "first", kind: "email", templateId: plain },
    { stepId: "pause", kind: "wait", unit: "business_days", amount: 3 },
    {
      ...{ stepId: "clicked", kind: "branch", unknown: "no" },
      rule: { kind: "happened", what: "clicked", stepId: "first" },
      yes: [{ stepId: "warm", kind: "email", templateId: plain }],
      no: [{ stepId: "city", kind: "email", templateId: asking }],
    },
    { stepId: "week", kind: "wait", unit: "days", amount: 7 },
    { stepId: "last", kind: "email", templateId: plain },
  ];
  campaignId = (await draft(steps, { kind: "all", rules: [] })).campaignId;
});

const dryRun = (cursor?: string) =>
  as("recruiter", () => Campaign.dryRun({ campaignId, ...(cursor ? { cursor } : {}) }));

const wayOf = (rows: Awaited<ReturnType<typeof dryRun>>["rows"], name: string) =>
  rows.filter((row) => row.name === name).map(({ stepId = "-", code, at }) => `${stepId} ${code} ${at}`);

test("everybody has a way: mailed, left out, or held, each with its dates and reasons", async () => {
  const { rows, total, typical, cursor } = await dryRun();
  expect({ total, typical, cursor }).toEqual({ total: people.length, typical: false, cursor: undefined });
  expect(wayOf(rows, "Plain")).toEqual([
    "first sent 2026-03-02T09:10:00.000Z",
    "pause waited 2026-03-02T09:10:00.000Z",
    "clicked branched.unknown 2026-03-05T09:00:00.000Z",
    "city deferred.frequency_cap 2026-03-05T09:00:00.000Z",
    "city sent 2026-03-05T10:00:00.000Z",
    "week waited 2026-03-05T10:00:00.000Z",
    "last sent 2026-03-12T10:00:00.000Z",
  ]);
  expect(wayOf(rows, "Tracked")[2]).toBe("clicked branched.no 2026-03-05T09:00:00.000Z");
  expect(wayOf(rows, "Mailed yesterday").slice(0, 2)).toEqual([
    "first deferred.frequency_cap 2026-03-02T09:10:00.000Z",
    "first sent 2026-03-04T10:00:00.000Z",
  ]);
  expect(wayOf(rows, "Has no city").at(-1)).toBe("city held.missing_field 2026-03-05T10:00:00.000Z");
  for (const [name, code] of [
    ["Never asked", "skipped.no_consent"],
    ["Bounced", "skipped.suppressed"],
    ["Elsewhere", "skipped.other_campaign"],
    ["No address", "skipped.no_address"],
  ])
    expect(wayOf(rows, name ?? "")).toEqual([`- ${code} 2026-03-02T09:10:00.000Z`]);
});

test("the launch page counts what the dry run lists", async () => {
  const { audience, plan, exact, warnings, replyTo } = await as("recruiter", () =>
    Campaign.launchPage({ campaignId }),
  );
  const { rows } = await dryRun();
  const sent = rows.filter(({ code }) => code === "sent");
  expect({ matched: audience.matched, enters: audience.enters, exact }).toEqual({
    matched: 8,
    enters: 4,
    exact: true,
  });
  expect(audience.leftOut.map(({ code, count }) => `${code} ${count}`).sort()).toEqual([
    "skipped.no_address 1",
    "skipped.no_consent 1",
    "skipped.other_campaign 1",
    "skipped.suppressed 1",
  ]);
  expect(plan.mails).toBe(sent.length);
  expect(plan.days.reduce((sum, { mails }) => sum + mails, 0)).toBe(sent.length);
  expect([plan.firstMailAt, plan.lastMailAt]).toEqual([
    sent.map(({ at }) => at).sort()[0],
    sent
      .map(({ at }) => at)
      .sort()
      .at(-1),
  ]);
  expect(plan.steps.find(({ stepId }) => stepId === "clicked")).toMatchObject({
    people: 4,
    no: 4,
    yes: 0,
    unknown: 3,
  });
  expect(warnings.map(({ code }) => code).sort()).toEqual(["branch.unknown", "mail.held"]);
  expect(replyTo.email).toBe("recruiter@acme.example");
});

test("the real run comes to the dry run's decisions, for everybody who does nothing", async () => {
  const { rows } = await dryRun();
  await launch(campaignId);
  await runThrough(here, campaignId);
  for (const [index, candidateId] of ids.entries()) {
    const { way } = await Enrolment.read(candidateId, campaignId);
    const real = way.filter(({ code }) => !code.startsWith("entered."));
    const foreseen = rows.filter((row) => row.candidateId === candidateId);
    const brief = (one: { stepId?: string | undefined; code: string; at: string }) =>
      `${one.stepId ?? "-"} ${one.code} ${one.at.slice(0, 13)}`;
    expect(real.map(brief), people[index]?.profile?.name).toEqual(foreseen.map(brief));
  }
});
