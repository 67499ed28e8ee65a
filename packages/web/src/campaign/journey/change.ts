import type { Step } from "@perennial/core/campaign/campaign.schema.ts";
import type { Rule } from "@perennial/core/rule/rule.schema.ts";
import { everyStep, type Lane, lane, type Spot, spotOf } from "./tree.ts";

/** Each of these answers a new journey; what is not named stays the very same. */

const within = (
  steps: readonly Step[],
  of: Lane | undefined,
  change: (steps: readonly Step[]) => readonly Step[],
): readonly Step[] =>
  of
    ? steps.map((step) => {
        if (step.kind !== "branch") return step;
        const here = step.stepId === of.branchId;
        const side = (name: "yes" | "no") =>
          here && name === of.side ? change(step[name]) : here ? step[name] : within(step[name], of, change);
        return { ...step, yes: side("yes"), no: side("no") };
      })
    : change(steps);

export const insert = (steps: readonly Step[], { lane: of, index }: Spot, step: Step): readonly Step[] =>
  within(steps, of, (here) => here.toSpliced(index, 0, step));

export function remove(steps: readonly Step[], stepId: string): readonly Step[] {
  const spot = spotOf(steps, stepId);
  return spot ? within(steps, spot.lane, (here) => here.toSpliced(spot.index, 1)) : steps;
}

export function replace(steps: readonly Step[], step: Step): readonly Step[] {
  const spot = spotOf(steps, step.stepId);
  return spot ? within(steps, spot.lane, (here) => here.with(spot.index, step)) : steps;
}

/** One place up or down on its own path; at the end of the path nothing changes. */
export function move(steps: readonly Step[], stepId: string, by: 1 | -1): readonly Step[] {
  const spot = spotOf(steps, stepId);
  const step = spot && lane(steps, spot.lane)[spot.index];
  if (!step) return steps;
  const to = spot.index + by;
  if (to < 0 || to >= lane(steps, spot.lane).length) return steps;
  return within(steps, spot.lane, (here) => here.toSpliced(spot.index, 1).toSpliced(to, 0, step));
}

/** A copy right after the step, with names of its own; a copied branch asks about its own copies. */
export function duplicate(
  steps: readonly Step[],
  stepId: string,
  newId: (step: Step) => string,
): { readonly steps: readonly Step[]; readonly copyId: string } | undefined {
  const spot = spotOf(steps, stepId);
  const step = spot && lane(steps, spot.lane)[spot.index];
  if (!step) return undefined;
  const names = new Map(everyStep([step]).map((one) => [one.stepId, newId(one)]));
  const copy = renamed(step, names);
  return { steps: insert(steps, { lane: spot.lane, index: spot.index + 1 }, copy), copyId: copy.stepId };
}

function renamed(step: Step, names: ReadonlyMap<string, string>): Step {
  const stepId = names.get(step.stepId) ?? step.stepId;
  if (step.kind !== "branch") return { ...step, stepId };
  const all = (steps: readonly Step[]) => steps.map((one) => renamed(one, names));
  return { ...step, stepId, rule: asking(step.rule, names), yes: all(step.yes), no: all(step.no) };
}

function asking(rule: Rule, names: ReadonlyMap<string, string>): Rule {
  if (rule.kind === "not") return { ...rule, rule: asking(rule.rule, names) };
  if (rule.kind === "all" || rule.kind === "any")
    return { ...rule, rules: rule.rules.map((one) => asking(one, names)) };
  const stepId = rule.kind === "happened" && rule.stepId && names.get(rule.stepId);
  return stepId ? { ...rule, stepId } : rule;
}
