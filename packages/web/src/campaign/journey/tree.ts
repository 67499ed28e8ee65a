import type { BranchStep, EmailStep, Step } from "@perennial/core/campaign/campaign.schema.ts";

export type Side = "yes" | "no";

/** One path of a branch; the way that everybody goes has none. */
export interface Lane {
  readonly branchId: string;
  readonly side: Side;
}

/** A place between steps: `index` counts the steps of the lane before it. */
export interface Spot {
  readonly lane: Lane | undefined;
  readonly index: number;
}

export const SIDES = ["yes", "no"] as const satisfies readonly Side[];

/** Every mail of a journey, in the order they are written, those of both paths of a branch. */
export const mailsIn = (steps: readonly Step[]): EmailStep[] =>
  everyStep(steps).filter((step) => step.kind === "email");

/** Every step in the order they are written, a branch before its paths. */
export const everyStep = (steps: readonly Step[]): Step[] =>
  steps.flatMap((step) =>
    step.kind === "branch" ? [step, ...everyStep(step.yes), ...everyStep(step.no)] : [step],
  );

export const find = (steps: readonly Step[], stepId: string): Step | undefined =>
  everyStep(steps).find((step) => step.stepId === stepId);

/** Where a step stands. */
export function spotOf(steps: readonly Step[], stepId: string, lane?: Lane): Spot | undefined {
  const index = steps.findIndex((step) => step.stepId === stepId);
  if (index >= 0) return { lane, index };
  return branchesIn(steps)
    .flatMap((branch) => SIDES.map((side) => ({ branch, side })))
    .map(({ branch, side }) => spotOf(branch[side], stepId, { branchId: branch.stepId, side }))
    .find((spot) => spot !== undefined);
}

/** The place right after a step; without one, at the end of the way that everybody goes. */
export function spotAfter(steps: readonly Step[], stepId: string | undefined): Spot {
  const spot = stepId === undefined ? undefined : spotOf(steps, stepId);
  return spot ? { lane: spot.lane, index: spot.index + 1 } : { lane: undefined, index: steps.length };
}

const branchesIn = (steps: readonly Step[]): BranchStep[] => steps.filter((step) => step.kind === "branch");

/** The steps of one lane. */
export function lane(steps: readonly Step[], of: Lane | undefined): readonly Step[] {
  if (!of) return steps;
  const branch = find(steps, of.branchId);
  return branch?.kind === "branch" ? branch[of.side] : [];
}

/** The branches a step stands in, from the outside. */
export function lanesTo(steps: readonly Step[], stepId: string): Lane[] {
  const spot = spotOf(steps, stepId);
  return spot?.lane ? [...lanesTo(steps, spot.lane.branchId), spot.lane] : [];
}

/** The mails that whoever comes to this step may have got: those written before it on her way. */
export function mailsBefore(steps: readonly Step[], stepId: string): EmailStep[] {
  const spot = spotOf(steps, stepId);
  if (!spot) return [];
  const here = mailsIn(lane(steps, spot.lane).slice(0, spot.index));
  return spot.lane ? [...mailsBefore(steps, spot.lane.branchId), ...here] : here;
}
