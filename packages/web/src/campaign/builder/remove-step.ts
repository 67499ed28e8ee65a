import type { Step } from "@perennial/core/campaign/campaign.schema.ts";
import { undoable } from "../../acts/index.tsx";
import { count } from "../../words/numbers.ts";
import { everyStep } from "../journey/tree.ts";
import type { Steps } from "./use-steps.ts";

/** Takes a step out, a branch with everything in it; `z` puts it back as it was. */
export function removeStep(build: Steps, step: Step) {
  const inside = everyStep([step]).length - 1;
  const putBack = build.remove(step);
  undoable({
    words:
      inside > 0 ? `Removed the branch and ${count(inside, "step", "steps")} in it.` : "Removed the step.",
    undo: async () => putBack(),
  });
}
