import type { BranchStep } from "@perennial/core/campaign/campaign.schema.ts";
import { count } from "../../words/numbers.ts";
import { everyStep, type Side } from "../journey/tree.ts";
import { sideWords } from "../journey/words.ts";
import { useBuilding } from "./context.ts";

interface Props {
  readonly step: BranchStep;
  readonly side: Side;
}

/** The way into one path of a branch that stands in a path itself. */
export function Door({ step, side }: Props) {
  const { look } = useBuilding();
  const inside = everyStep(step[side]).length;
  return (
    <button type="button" className="text-button small" onClick={() => look({ branchId: step.stepId, side })}>
      {sideWords(side)}: {inside === 0 ? "no steps" : count(inside, "step", "steps")}, look inside
    </button>
  );
}
