import fc from "fast-check";
import { expect, test } from "vitest";
import { Campaign } from "../../packages/core/campaign/index.ts";
import { now, open } from "./support/gates.ts";
import { inside, often } from "./support/situations.ts";

const decide = (situation: Campaign.Situation) => Campaign.advance(situation, now);

test("a mail with an outcome always moves her on or ends it", () =>
  fc.assert(
    fc.property(
      inside,
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
  const campaign = { state: "running" as const, steps: [step("hello")] };
  const situation = {
    campaign,
    enrolment: { stepId: "hello", visit: 0 },
    gate: open,
    hasAddress: true,
    hasTemplate: true,
    missing: [],
  };
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
      const campaign = { state: "running" as const, steps: ids.map(step) };
      const walked: string[] = [];
      let stepId = ids[0];
      while (stepId !== undefined && walked.length <= ids.length) {
        const here: Campaign.Situation = {
          campaign,
          enrolment: { stepId, visit: 0 },
          gate: open,
          hasAddress: true,
          hasTemplate: true,
          missing: [],
        };
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
    fc.property(inside, ({ sent: _, ...situation }) => {
      const decision = decide(situation);
      const code = decision.act === "move" ? decision.move.reason.code : "";
      if (code.startsWith("skipped.")) expect(decision.act === "move" && decision.move.kind).not.toBe("wait");
    }),
    often,
  ));

const step = (stepId: string) => ({ stepId, kind: "email" as const, templateId: `tpl_${"0".repeat(26)}` });
