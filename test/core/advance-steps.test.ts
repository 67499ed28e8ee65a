import fc from "fast-check";
import { expect, test } from "vitest";
import type { BranchStep, Step } from "../../packages/core/campaign/campaign.schema.ts";
import { Campaign } from "../../packages/core/campaign/index.ts";
import type { Happenings } from "../../packages/core/facts/facts.schema.ts";
import { now, open } from "./support/gates.ts";
import { inside, nobody, often, policy } from "./support/situations.ts";

const templateId = `tpl_${"0".repeat(26)}`;
const first: Step = { stepId: "first", kind: "email", templateId };
const wait: Step = { stepId: "wait", kind: "wait", unit: "business_days", amount: 3 };
const asks: BranchStep = {
  stepId: "asks",
  kind: "branch",
  rule: { kind: "happened", what: "clicked", stepId: "first" },
  yes: [{ stepId: "warm", kind: "email", templateId }],
  no: [{ stepId: "tag", kind: "action", deed: { do: "tag", tag: "quiet" } }],
  unknown: "no",
};
const last: Step = { stepId: "last", kind: "email", templateId };
const journey = [first, wait, asks, last];

const at = now.toISOString();
const mailed = (mail: { tracked: boolean; clickedAt?: string }): Happenings => ({
  tracked: mail.tracked,
  steps: { first: { at, ...mail } },
});

const decide = (stepId: string, changes: Partial<Campaign.Situation> = {}) =>
  Campaign.advance(
    {
      ...{ journey, policy, gate: open, facts: nobody, hasAddress: true, hasTemplate: true, missing: [] },
      campaign: { state: "running", grid: 60 },
      enrolment: { stepId, visit: 0 },
      ...changes,
    },
    now,
  );

test("a wait takes her before the step after it, due when it is over", () => {
  expect(decide("wait")).toMatchObject({
    act: "move",
    move: {
      kind: "step",
      stepId: "asks",
      dueAt: "2026-03-05T09:00:00.000Z",
      reason: { code: "waited", inputs: { unit: "business_days", amount: 3 } },
    },
  });
});

test("a wait before a mail ends within the hours the mail may leave in", () => {
  const evening: Step = { stepId: "wait", kind: "wait", unit: "hours", amount: 10 };
  expect(decide("wait", { journey: [evening, last] })).toMatchObject({
    move: { stepId: "last", dueAt: "2026-03-03T08:00:00.000Z" },
  });
  const anyHour = { ...last, hours: "any" as const };
  expect(decide("wait", { journey: [evening, anyHour] })).toMatchObject({
    move: { stepId: "last", dueAt: "2026-03-02T20:00:00.000Z" },
  });
});

test.each([
  ["who clicked", mailed({ tracked: true, clickedAt: at }), "warm", "branched.yes"],
  ["who did not", mailed({ tracked: true }), "tag", "branched.no"],
  ["whom nobody tracked", mailed({ tracked: false }), "tag", "branched.unknown"],
  ["of whom nothing is known", undefined, "tag", "branched.unknown"],
])("a branch takes %s on their path", (_, happenings, stepId, code) => {
  const decision = decide("asks", happenings ? { happenings } : {});
  expect(decision).toMatchObject({ move: { kind: "step", stepId, dueAt: at, reason: { code } } });
});

test("the path for the unknown is the one that was stated", () => {
  const stated = [first, wait, { ...asks, unknown: "yes" as const }, last];
  expect(decide("asks", { journey: stated, happenings: mailed({ tracked: false }) })).toMatchObject({
    move: { stepId: "warm", reason: { code: "branched.unknown", inputs: { path: "yes" } } },
  });
});

test("an empty path leads to what comes after the branch, and both paths join there", () => {
  const short = [first, { ...asks, no: [] }, last];
  expect(decide("asks", { journey: short, happenings: mailed({ tracked: true }) })).toMatchObject({
    move: { stepId: "last" },
  });
  const sent = { state: "accepted" as const, until: now };
  expect(decide("warm", { sent })).toMatchObject({ move: { stepId: "last", reason: { code: "sent" } } });
});

test("an action is done, then takes her on", () => {
  expect(decide("tag")).toMatchObject({
    act: "do",
    step: { deed: { do: "tag", tag: "quiet" } },
    move: { kind: "step", stepId: "last", dueAt: at, reason: { code: "acted" } },
  });
});

test("a journey that ends with a wait, a branch or an action ends there", () => {
  const tag: Step = { stepId: "tag", kind: "action", deed: { do: "tag", tag: "done" } };
  expect(decide("wait", { journey: [wait] })).toMatchObject({ move: { end: "finished" } });
  expect(decide("asks", { journey: [{ ...asks, no: [] }] })).toMatchObject({ move: { end: "finished" } });
  expect(decide("tag", { journey: [tag] })).toMatchObject({ act: "do", move: { end: "finished" } });
});

test("nobody stays where she is without a later moment to be looked at", () =>
  fc.assert(
    fc.property(inside, (situation) => {
      const decision = Campaign.advance(situation, now);
      if (!("move" in decision)) return;
      const { move } = decision;
      if (move.kind === "step") expect(move.stepId).not.toBe(situation.enrolment.stepId);
      if (move.kind === "wait") expect(Date.parse(move.dueAt)).toBeGreaterThan(now.getTime());
    }),
    often,
  ));
