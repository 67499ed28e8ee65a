import { beforeAll, expect, test } from "vitest";
import type { Step } from "../../packages/core/campaign/campaign.schema.ts";
import { Campaign } from "../../packages/core/campaign/index.ts";
import { Enrolment } from "../../packages/core/enrolment/index.ts";
import { Figures } from "../../packages/core/figures/index.ts";
import { Moments } from "../../packages/core/message/events.ts";
import { begin, draft, launch, look, reachable, template } from "./support/audience.ts";
import { as, furnish } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
let campaignId: string;
let ids: string[];

/** Three who enter and one who never asked; the first mail left, and everybody waits for the second. */
beforeAll(async () => {
  await furnish();
  ids = await reachable([{}, {}, {}, { gate: { permissions: {} } }]);
  const templateId = await template();
  const steps: Step[] = [
    { stepId: "first", kind: "email", templateId },
    { stepId: "pause", kind: "wait", unit: "days", amount: 7 },
    { stepId: "second", kind: "email", templateId },
  ];
  campaignId = (await draft(steps, { kind: "all", rules: [] })).campaignId;
  await launch(campaignId);
});

const page = () => as("viewer", () => Campaign.page({ campaignId }));
const people = (asked: object = {}) => as("viewer", () => Campaign.people({ campaignId, ...asked }));

test("before its start a campaign says not yet", async () => {
  const { verdict, people: standing } = await page();
  expect(verdict).toEqual({ code: "not_yet", held: 0 });
  expect(standing).toMatchObject({ inside: 0, entered: 0 });
});

test("who is where is counted one by one: inside, left out, by step and by reason", async () => {
  await begin(here, campaignId);
  await look(here, campaignId);
  const { people: standing, steps, verdict } = await page();
  expect(standing).toEqual({
    inside: 3,
    finished: 0,
    stopped: {},
    leftOut: 1,
    entered: 3,
    leftOutBy: { "skipped.no_consent": 1 },
    insideBy: { waited: 3 },
  });
  expect(steps.map(({ stepId, waiting }) => [stepId, waiting])).toEqual([
    ["first", 0],
    ["pause", 0],
    ["second", 3],
  ]);
  expect(verdict).toEqual({ code: "healthy", held: 0, next: { at: "2026-03-09T09:00:00.000Z", people: 3 } });
});

test("the days behind show what was sent, those ahead what is planned", async () => {
  const { days, today } = await page();
  expect(days).toEqual([
    { day: "2026-03-02", mails: 3, planned: 0 },
    { day: "2026-03-09", mails: 0, planned: 3 },
  ]);
  expect(today).toBe("2026-03-02");
});

test("mails that left stand on the day they left on in the organisation's zone, once, with their step", async () => {
  const mails = await here.items({ campaignId, __edb_e__: "message" });
  const told = mails.map((detail) => ({ source: "perennial", type: Moments.Accepted, detail }));
  await as("system", () => Figures.count(told));
  await as("system", () => Figures.count(told));
  const { days, figures, steps } = await page();
  expect(days[0]).toEqual({ day: "2026-03-02", mails: 3, planned: 0 });
  expect(figures.accepted).toBe(3);
  expect(steps.find(({ stepId }) => stepId === "first")?.figures?.accepted).toBe(3);
});

test("people are found by where they stand and why", async () => {
  expect((await people()).total).toBe(4);
  expect(await people({ state: "inside", stepId: "second", reason: "waited" })).toMatchObject({ total: 3 });
  expect(await people({ state: "inside", reason: "held.error" })).toEqual({ people: [], total: 0 });
  const { people: inside } = await people({ state: "inside" });
  const sent = { kind: "sent", day: "2026-03-02" };
  expect(inside.map(({ season }) => season?.marks)).toEqual([[sent], [sent], [sent]]);
  const { people: out } = await people({ state: "left_out" });
  expect(out).toMatchObject([{ candidateId: ids[3], name: "Ada", reason: { code: "skipped.no_consent" } }]);
});

test("why somebody got a mail: the decisions in order, the permission, what became of it", async () => {
  const candidateId = ids[0] ?? "";
  const why = await as("viewer", () => Campaign.why({ campaignId, candidateId }));
  expect(why.decisions.map(({ code, stepId }) => `${stepId ?? "-"} ${code}`)).toEqual([
    "- entered.segment",
    "first sent",
    "pause waited",
  ]);
  expect(why.mails).toMatchObject([{ stepId: "first", state: "accepted", templateName: "Hello" }]);
  expect(why.mails[0]?.events.map(({ type }) => type)).toEqual(["accepted"]);
  expect(why.now).toMatchObject({ ok: true });
});

test("why somebody got none, and that she was never in it", async () => {
  const leftOut = await as("viewer", () => Campaign.why({ campaignId, candidateId: ids[3] ?? "" }));
  expect(leftOut).toMatchObject({
    end: "left_out",
    mails: [],
    now: { ok: false, code: "skipped.no_consent" },
  });
  const nobody = `cnd_${"9".repeat(26)}`;
  await expect(as("viewer", () => Campaign.why({ campaignId, candidateId: nobody }))).rejects.toMatchObject({
    code: "enrolment.missing",
  });
});

test("people taken out by hand are out, once, and the page says at which step", async () => {
  const candidateIds = [ids[0] ?? "", ids[3] ?? ""];
  const stop = () => as("recruiter", () => Campaign.stopPeople({ campaignId, candidateIds }));
  expect(await stop()).toEqual({ stopped: 1 });
  expect(await stop()).toEqual({ stopped: 0 });
  const { reason } = await Enrolment.read(ids[0] ?? "", campaignId);
  expect(reason).toMatchObject({ code: "stopped.recruiter", inputs: { by: "recruiter:recruiter" } });
  const { people: standing, steps } = await page();
  expect(standing).toMatchObject({ inside: 2, stopped: { "stopped.campaign": 1 }, entered: 3 });
  expect(steps.find(({ stepId }) => stepId === "second")?.left).toEqual({ "stopped.campaign": 1 });
});

test("the history names what was done, the newest first, and who stands on which version", async () => {
  const { revision } = await Campaign.read(campaignId);
  await as("recruiter", () => Campaign.pause({ campaignId, revision }));
  const { acts, versions } = await as("viewer", () => Campaign.history({ campaignId }));
  expect(acts.map(({ act }) => act)).toEqual(["paused", "launched", "written"]);
  expect(versions).toMatchObject([{ version: 1, inside: 2 }]);
  expect((await page()).verdict.code).toBe("paused");
});
