import fc from "fast-check";
import type { Campaign } from "../../../packages/core/campaign/index.ts";
import { gates, instants } from "./gates.ts";

const templateId = `tpl_${"0".repeat(26)}`;
const steps = ["hello", "story", "ask"].map((stepId) => ({ stepId, kind: "email" as const, templateId }));

const sent = fc.record({
  state: fc.constantFrom("claimed", "sending", "accepted", "rejected", "unknown", "dropped"),
  until: instants.map((at) => new Date(at)),
});

const enrolments: fc.Arbitrary<Campaign.Situation["enrolment"]> = fc.record(
  {
    stepId: fc.constantFrom("hello", "story", "ask", "gone"),
    visit: fc.nat({ max: 3 }),
    endedAt: instants,
  },
  { requiredKeys: ["visit"] },
);

/** Every situation a person in a campaign can be in, also those that should not come to be. */
export const situations: fc.Arbitrary<Campaign.Situation> = fc.record(
  {
    campaign: fc.record({
      state: fc.constantFrom("draft", "running", "paused", "stopped", "failed"),
      steps: fc.integer({ min: 1, max: 3 }).map((count) => steps.slice(0, count)),
    }),
    enrolment: enrolments,
    gate: gates,
    hasAddress: fc.boolean(),
    hasTemplate: fc.boolean(),
    missing: fc.array(fc.constantFrom("first_name", "city"), { maxLength: 2 }),
    sent,
  },
  { requiredKeys: ["campaign", "enrolment", "hasAddress", "hasTemplate", "missing"] },
);

/** Somebody inside a running campaign, before one of its steps. */
export const inside = situations.map(
  (situation): Campaign.Situation => ({
    ...situation,
    campaign: { ...situation.campaign, state: "running" },
    enrolment: {
      visit: 0,
      stepId: situation.campaign.steps.at(situation.enrolment.visit - 1)?.stepId ?? "hello",
    },
  }),
);

/** Corners of a situation are many: more runs than usual, of a function that takes microseconds. */
export const often = { numRuns: 2000 };
