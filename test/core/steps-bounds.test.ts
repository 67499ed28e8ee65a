import { expect, test } from "vitest";
import { Steps } from "../../packages/core/campaign/campaign.schema.ts";

const mail = { stepId: "a", kind: "email", templateId: `tpl_${"0".repeat(26)}` };
const branch = { stepId: "b", kind: "branch", rule: { kind: "all", rules: [] }, unknown: "no" };

/** Branches in each other, built without recursion, as a hostile request is. */
function deep(levels: number, around: (inner: unknown[]) => unknown): unknown[] {
  let steps: unknown[] = [mail];
  for (let level = 0; level < levels; level++) steps = [around(steps)];
  return steps;
}

const inYes = (yes: unknown[]) => ({ ...branch, yes, no: [] });

test("three branches in each other are read", () => {
  expect(Steps.safeParse(deep(3, inYes)).success).toBe(true);
});

test.each([
  inYes,
  (no: unknown[]) => ({ ...branch, yes: "none", no }),
  (yes: unknown[]) => ({ ...mail, yes }),
])("steps nested without end are refused before they are read", (around) => {
  const { error } = Steps.safeParse(deep(5000, around));
  expect(error?.issues).toMatchObject([{ message: "Branches stand at most 3 deep in each other" }]);
});
