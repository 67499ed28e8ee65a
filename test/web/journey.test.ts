import fc from "fast-check";
import { expect, test } from "vitest";
import type { Step } from "../../packages/core/campaign/campaign.schema.ts";
import { duplicate, insert, move, remove } from "../../packages/web/src/campaign/journey/change.ts";
import { gapsIn } from "../../packages/web/src/campaign/journey/gaps.ts";
import { newStepId } from "../../packages/web/src/campaign/journey/new-step.ts";
import { everyStep, lanesTo, mailsBefore, spotOf } from "../../packages/web/src/campaign/journey/tree.ts";

const mail = (stepId: string): Step => ({ stepId, kind: "email", templateId: "tpl_a" });
const wait = (stepId: string): Step => ({ stepId, kind: "wait", unit: "days", amount: 2 });
const clicked = (stepId: string, mailId: string, yes: Step[], no: Step[]): Step => ({
  ...{ stepId, kind: "branch", rule: { kind: "happened", what: "clicked", stepId: mailId } },
  ...{ yes, no, unknown: "no" },
});

/** mail a, wait b, branch c (yes: mail d, branch e (yes: mail f)), mail g */
const journey: Step[] = [
  mail("a"),
  wait("b"),
  clicked("c", "a", [mail("d"), clicked("e", "d", [mail("f")], [])], [wait("h")]),
  mail("g"),
];
const ids = (steps: readonly Step[]) => everyStep(steps).map(({ stepId }) => stepId);
const anyStep = fc.constantFrom(...ids(journey));

test("a step that is taken out and put back leaves the journey as it was", () =>
  fc.assert(
    fc.property(anyStep, (stepId) => {
      const spot = spotOf(journey, stepId);
      const step = everyStep(journey).find((one) => one.stepId === stepId);
      if (!spot || !step) throw new Error("It is in the journey");
      expect(insert(remove(journey, stepId), spot, step)).toEqual(journey);
    }),
  ));

test("moving changes places and nothing else, and back is back", () =>
  fc.assert(
    fc.property(anyStep, fc.constantFrom(1 as const, -1 as const), (stepId, by) => {
      const moved = move(journey, stepId, by);
      expect(ids(moved).toSorted()).toEqual(ids(journey).toSorted());
      if (ids(moved).join() !== ids(journey).join())
        expect(move(moved, stepId, by === 1 ? -1 : 1)).toEqual(journey);
    }),
  ));

test("a copy has names of its own, and a copied branch asks about its own copies", () => {
  const made = duplicate(journey, "c", ({ kind }) => newStepId(kind));
  const all = ids(made?.steps ?? []);
  expect(new Set(all).size).toBe(all.length);
  const copy = everyStep(made?.steps ?? []).filter(({ kind }) => kind === "branch");
  const rules = copy.map((branch) =>
    branch.kind === "branch" && branch.rule.kind === "happened" ? branch.rule.stepId : "",
  );
  // The copied outer branch still asks about mail a; the copied inner one about the copy of mail d.
  expect(rules.filter((one) => one === "a")).toHaveLength(2);
  expect(rules.filter((one) => one === "d")).toHaveLength(1);
  expect(gapsIn(made?.steps ?? [])).toEqual([]);
});

test("only mails on the way to a step come before it", () => {
  const before = (stepId: string) => mailsBefore(journey, stepId).map((one) => one.stepId);
  expect(before("f")).toEqual(["a", "d"]);
  expect(before("h")).toEqual(["a"]);
  expect(before("g")).toEqual(["a", "d", "f"]);
  expect(lanesTo(journey, "f")).toEqual([
    { branchId: "c", side: "yes" },
    { branchId: "e", side: "yes" },
  ]);
});

test("what is not written yet is named, with its step", () => {
  expect(gapsIn(journey)).toEqual([]);
  expect(gapsIn([{ stepId: "x", kind: "email", templateId: "" }])).toEqual([
    { stepId: "x", words: "Choose the mail's template" },
  ]);
  expect(gapsIn(remove(journey, "a"))[0]).toEqual({
    stepId: "c",
    words: "The mail this branch asks about is gone",
  });
  const late = [clicked("c", "a", [], []), mail("a")];
  expect(gapsIn(late)[0]?.words).toBe("This branch asks about a mail that comes later");
});
