import type { Step } from "@perennial/core/campaign/campaign.schema.ts";
import type { StepView } from "@perennial/core/campaign/views.ts";
import { SIDES, type Side } from "../../journey/tree.ts";

type View = Pick<StepView, "waiting" | "left" | "figures">;

/** How many came to a step, stand before it, left there, and went on. People. */
export interface Stream {
  readonly came: number;
  readonly waiting: number;
  readonly left: number;
  readonly moved: number;
}

/** By step; a lane's is that of its first step. Absent where it can't be told. */
export type Streams = ReadonlyMap<string, Stream>;

export const leftIn = ({ left }: Pick<View, "left">): number =>
  Object.values(left).reduce((sum, count) => sum + count, 0);

const NOTHING: View = { waiting: 0, left: {} };

/**
 * How people stream through a journey: whoever came and neither waits nor left has gone on. Which path of a branch they took is told
 * by its mails: what one path's do not account for went by the other.
 */
export function streamsOf(
  steps: readonly Step[],
  views: readonly (View & Pick<StepView, "stepId">)[],
  entered: number,
): Streams {
  const into = new Map<string, Stream>();
  const byId = new Map(views.map((view) => [view.stepId, view]));
  flow(steps, entered, (stepId) => byId.get(stepId) ?? NOTHING, into);
  return into;
}

type Look = (stepId: string) => View;

function flow(steps: readonly Step[], entered: number, look: Look, into: Map<string, Stream>): number {
  return steps.reduce((came, step) => {
    const view = look(step.stepId);
    const left = leftIn(view);
    const moved = Math.max(came - view.waiting - left, 0);
    into.set(step.stepId, { came, waiting: view.waiting, left, moved });
    if (step.kind !== "branch") return moved;
    const split = splitOf(step, moved, look);
    return SIDES.reduce((sum, side) => sum + flow(step[side], split[side], look, into), 0);
  }, entered);
}

/** How those who came past a branch divide over its paths. */
function splitOf(
  branch: Extract<Step, { kind: "branch" }>,
  moved: number,
  look: Look,
): Readonly<Record<Side, number>> {
  const [yes, no] = [seen(branch.yes, look), seen(branch.no, look)];
  const some = hasMail(branch.yes) || !hasMail(branch.no) ? Math.min(yes, moved) : Math.max(moved - no, 0);
  return { yes: some, no: moved - some };
}

const hasMail = (steps: readonly Step[]): boolean =>
  steps.some(
    (step) => step.kind === "email" || (step.kind === "branch" && (hasMail(step.yes) || hasMail(step.no))),
  );

/** The least that must have come into a path, by who is in it and what its mails reached. */
function seen(steps: readonly Step[], look: Look): number {
  let [before, most] = [0, 0];
  for (const step of steps) {
    const view = look(step.stepId);
    before += view.waiting + leftIn(view);
    const inside = step.kind === "branch" ? seen(step.yes, look) + seen(step.no, look) : 0;
    const passed = Math.max(view.figures?.accepted ?? 0, inside);
    most = Math.max(most, before + passed);
  }
  return most;
}
