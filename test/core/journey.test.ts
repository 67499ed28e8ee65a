import fc from "fast-check";
import { expect, test } from "vitest";
import type { BranchStep, Step } from "../../packages/core/campaign/campaign.schema.ts";
import { after, emailsIn, faultsIn, find, into, stepsIn } from "../../packages/core/campaign/journey.ts";
import { journeys } from "./support/journeys.ts";

const mail = (stepId: string): Step => ({ stepId, kind: "email", templateId: `tpl_${"0".repeat(26)}` });
const branch = (stepId: string, paths: Partial<BranchStep> = {}): BranchStep => ({
  ...{ stepId, kind: "branch", rule: { kind: "all", rules: [] }, yes: [], no: [], unknown: "no" },
  ...paths,
});

test("every step is found by its name, once", () =>
  fc.assert(
    fc.property(journeys, (journey) => {
      const all = stepsIn(journey);
      expect(new Set(all.map(({ stepId }) => stepId)).size).toBe(all.length);
      for (const step of all) expect(find(journey, step.stepId)).toEqual(step);
    }),
  ));

test("going on from step to step, by any path, always comes to an end", () =>
  fc.assert(
    fc.property(journeys, fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }), (journey, turns) => {
      let step: Step | undefined = journey[0];
      const walked: string[] = [];
      for (const turn of turns) {
        if (!step) break;
        expect(walked).not.toContain(step.stepId);
        walked.push(step.stepId);
        step =
          step.kind === "branch" ? into(journey, step, turn ? "yes" : "no") : after(journey, step.stepId);
      }
      expect(step).toBeUndefined();
    }),
  ));

test("a step at the end of a path leads to what comes after the branch, however deep it stands", () => {
  const inner = branch("inner", { yes: [mail("deep")] });
  const journey = [branch("outer", { yes: [mail("a"), inner], no: [mail("b")] }), mail("end")];
  for (const stepId of ["deep", "b"]) expect(after(journey, stepId)?.stepId).toBe("end");
  expect(after(journey, "a")?.stepId).toBe("inner");
  expect(after(journey, "end")).toBeUndefined();
  expect(emailsIn(journey).map(({ stepId }) => stepId)).toEqual(["a", "deep", "b", "end"]);
});

const asks = (stepId: string, of: string) =>
  branch(stepId, { rule: { kind: "not", rule: { kind: "happened", what: "clicked", stepId: of } } });

test.each([
  ["two steps of one name", [mail("a"), mail("a")], /Two steps are called "a"/],
  ["no mail", [branch("b")], /needs a mail/],
  ["a branch that asks for a later mail", [asks("b", "late"), mail("late")], /"late".*not come before/],
  [
    "a path that asks for a mail of the other",
    [branch("b", { yes: [mail("y")], no: [asks("c", "y")] })],
    /"y"/,
  ],
  [
    "branches four deep",
    [mail("m"), branch("a", { yes: [branch("b", { yes: [branch("c", { yes: [branch("d")] })] })] })],
    /at most 3 deep/,
  ],
])("%s is no journey", (_, steps, fault) => {
  expect(faultsIn(steps).join()).toMatch(fault);
});

test("a branch may ask for any mail on the way to it, also those of paths that joined", () => {
  const joined = branch("b", { yes: [mail("y")] });
  expect(faultsIn([mail("a"), joined, asks("c", "y"), asks("d", "a")])).toEqual([]);
});
