import fc from "fast-check";
import type { Step } from "../../../packages/core/campaign/campaign.schema.ts";
import type { Campaign } from "../../../packages/core/campaign/index.ts";
import { Facts } from "../../../packages/core/facts/facts.schema.ts";
import { Policy } from "../../../packages/core/organisation/organisation.schema.ts";
import { gates, instants, now } from "./gates.ts";
import { journeys, steps } from "./journeys.ts";

/** What we ship, in a zone that changes its clocks; `now` of the tests is a Monday within its hours. */
export const policy = { ...Policy.parse({}), zone: "Europe/Berlin" };

/** Somebody of whom little is known. */
export const nobody = Facts.parse({
  candidateId: `cnd_${"0".repeat(26)}`,
  name: "Ada",
  standing: "member",
  stage: "new",
  locale: "en",
  source: "form",
  createdAt: now.toISOString(),
  hasAddress: true,
  permission: "granted",
  tracked: false,
});

const sent = fc.record({
  state: fc.constantFrom("claimed", "sending", "accepted", "rejected", "unknown", "dropped"),
  until: instants.map((at) => new Date(at)),
});

const enrolments: fc.Arbitrary<Campaign.Situation["enrolment"]> = fc.record(
  {
    stepId: fc.constantFrom(...steps.map(({ stepId }) => stepId), "gone"),
    visit: fc.nat({ max: 3 }),
    endedAt: instants,
  },
  { requiredKeys: ["visit"] },
);

/** Every situation a person in a campaign can be in, also those that should not come to be. */
export const situations: fc.Arbitrary<Campaign.Situation> = fc.record(
  {
    campaign: fc.record({
      state: fc.constantFrom("draft", "running", "paused", "stopped", "failed", "finished"),
      grid: fc.constantFrom(15, 60),
    }),
    journey: journeys,
    enrolment: enrolments,
    facts: fc.record({ tags: fc.subarray(["vip"]) }).map(({ tags }) => ({ ...nobody, tags })),
    happenings: fc.record({ tracked: fc.boolean(), steps: fc.constant({}) }),
    gate: gates,
    hasAddress: fc.boolean(),
    hasTemplate: fc.boolean(),
    missing: fc.array(fc.constantFrom("first_name", "city"), { maxLength: 2 }),
    policy: fc.constant(policy),
    sent,
  },
  {
    requiredKeys: ["campaign", "journey", "enrolment", "hasAddress", "hasTemplate", "missing", "policy"],
  },
);

/** Somebody inside a running campaign, before one of its steps. */
export const inside = situations.map(
  (situation): Campaign.Situation => ({
    ...situation,
    campaign: { ...situation.campaign, state: "running" },
    enrolment: {
      visit: 0,
      stepId: (situation.journey.at(situation.enrolment.visit - 1) ?? situation.journey[0])?.stepId ?? "",
    },
  }),
);

/** Somebody before a mail. */
export const mailing = inside.map((situation): Campaign.Situation => {
  const mail: Step = { stepId: "mail", kind: "email", templateId: `tpl_${"0".repeat(26)}` };
  return { ...situation, journey: [mail, ...situation.journey], enrolment: { visit: 0, stepId: "mail" } };
});

/** Corners of a situation are many: more runs than usual, of a function that takes microseconds. */
export const often = { numRuns: 2000 };
