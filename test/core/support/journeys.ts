import fc from "fast-check";
import type { Step } from "../../../packages/core/campaign/campaign.schema.ts";
import type { Rule } from "../../../packages/core/rule/rule.schema.ts";

const templateId = `tpl_${"0".repeat(26)}`;

/** Rules of every kind that a branch may ask: what is always so, never so, known of some, and not known of the untracked. */
const rules: readonly Rule[] = [
  { kind: "all", rules: [] },
  { kind: "any", rules: [] },
  { kind: "set", fact: "tags", op: "any_of", values: ["vip"] },
  { kind: "happened", what: "clicked" },
];

/** One step of each kind that has no other inside. */
export const steps: readonly Exclude<Step, { kind: "branch" }>[] = [
  { stepId: "hello", kind: "email", templateId },
  { stepId: "story", kind: "email", templateId, hours: "any" },
  { stepId: "hours", kind: "wait", unit: "hours", amount: 5 },
  { stepId: "days", kind: "wait", unit: "days", amount: 7 },
  { stepId: "workdays", kind: "wait", unit: "business_days", amount: 3 },
  { stepId: "tag", kind: "action", deed: { do: "tag", tag: "vip" } },
  { stepId: "untag", kind: "action", deed: { do: "untag", tag: "vip" } },
  { stepId: "stage", kind: "action", deed: { do: "stage", stage: "engaged" } },
];

const plain = fc.constantFrom(...steps).map((step): Step => step);

const { step } = fc.letrec<{ step: Step }>((tie) => ({
  step: fc.oneof(
    { maxDepth: 2, depthSize: "small" },
    plain,
    fc.record({
      stepId: fc.constant("branch"),
      kind: fc.constant("branch" as const),
      rule: fc.constantFrom(...rules),
      yes: fc.array(tie("step"), { maxLength: 3 }),
      no: fc.array(tie("step"), { maxLength: 3 }),
      unknown: fc.constantFrom("yes", "no"),
    }),
  ),
}));

/** Journeys of up to six steps, branches in them up to two deep; every step has a name of its own. */
export const journeys: fc.Arbitrary<readonly Step[]> = fc
  .array(step, { minLength: 1, maxLength: 6 })
  .map((drawn) => named(drawn, { count: 0 }));

/** The first step of each name keeps it, so that a test can stand before it. */
function named(drawn: readonly Step[], so: { count: number }, taken = new Set<string>()): Step[] {
  return drawn.map((one) => {
    const stepId = taken.has(one.stepId) ? `step-${so.count++}` : one.stepId;
    taken.add(stepId);
    if (one.kind !== "branch") return { ...one, stepId };
    return { ...one, stepId, yes: named(one.yes, so, taken), no: named(one.no, so, taken) };
  });
}
