import fc from "fast-check";
import { expect, test } from "vitest";
import type { Step } from "../../packages/core/campaign/campaign.schema.ts";
import { Campaign } from "../../packages/core/campaign/index.ts";
import { now, open } from "./support/gates.ts";
import { inside, mailing, often, policy } from "./support/situations.ts";

const decide = (situation: Campaign.Situation) => Campaign.advance(situation, now);

test("a mail with an outcome always moves her on or ends it", () =>
  fc.assert(
    fc.property(
      mailing,
      fc.constantFrom("accepted" as const, "rejected" as const, "unknown" as const),
      (situation, state) => {
        const decision = decide({ ...situation, sent: { state, until: now } });
        expect(decision.act).toBe("move");
        expect(decision.act === "move" && decision.move.kind).not.toBe("wait");
      },
    ),
  ));

test("whoever waits, waits for a moment to come: nobody is looked at again and again", () =>
  fc.assert(
    fc.property(inside, (situation) => {
      const decision = decide(situation);
      if (decision.act === "move" && decision.move.kind === "wait")
        expect(Date.parse(decision.move.dueAt)).toBeGreaterThan(now.getTime());
    }),
    often,
  ));

test("a mail that SES owes an answer for is waited for six hours, then given up, never repeated", () => {
  const situation = before("hello", [mail("hello")]);
  const later = new Date(now.getTime() + 1);
  expect(decide({ ...situation, sent: { state: "sending", until: later } })).toMatchObject({
    move: { kind: "wait", dueAt: later.toISOString(), reason: { code: "waiting.ses" } },
  });
  expect(decide({ ...situation, sent: { state: "sending", until: now } })).toMatchObject({
    move: { kind: "end", end: "finished", reason: { code: "unknown" } },
  });
});

test("with every mail accepted she walks through each step once, in order, and finishes", () =>
  fc.assert(
    fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 6 }), (ids) => {
      const journey = ids.map(mail);
      const walked: string[] = [];
      let stepId = ids[0];
      while (stepId !== undefined && walked.length <= ids.length) {
        const here = before(stepId, journey);
        expect(decide(here).act).toBe("send");
        walked.push(stepId);
        const next = decide({ ...here, sent: { state: "accepted", until: now } });
        stepId = next.act === "move" && next.move.kind === "step" ? next.move.stepId : undefined;
      }
      expect(walked).toEqual(ids);
    }),
    often,
  ));

test("skipping somebody moves her on with the reason, and never leaves her where she was", () =>
  fc.assert(
    fc.property(mailing, ({ sent: _, ...situation }) => {
      const decision = decide(situation);
      const code = decision.act === "move" ? decision.move.reason.code : "";
      if (code.startsWith("skipped.")) expect(decision.act === "move" && decision.move.kind).not.toBe("wait");
    }),
    often,
  ));

const mail = (stepId: string): Step => ({ stepId, kind: "email", templateId: `tpl_${"0".repeat(26)}` });

const before = (stepId: string, journey: readonly Step[]): Campaign.Situation => ({
  ...{ journey, policy, gate: open, hasAddress: true, hasTemplate: true, missing: [] },
  campaign: { state: "running", grid: 60 },
  enrolment: { stepId, visit: 0 },
});
