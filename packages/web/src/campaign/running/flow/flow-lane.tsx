import type { Step } from "@perennial/core/campaign/campaign.schema.ts";
import { SIDES } from "../../journey/tree.ts";
import { sideWords } from "../../journey/words.ts";
import { stepName } from "../which-words.ts";
import { useFlowing } from "./context.ts";
import { Node } from "./node.tsx";
import { Passing } from "./passing.tsx";

const CLASSES: Readonly<Record<Step["kind"], string>> = {
  email: "flow-step",
  action: "flow-step",
  branch: "flow-branch",
  wait: "flow-passing",
};

/** Steps one after the other; a branch's two paths lie under each other until they join again. */
export function FlowLane({ steps }: { readonly steps: readonly Step[] }) {
  const { page } = useFlowing();
  const words = (step: Step) => stepName(step.stepId, page);
  return (
    <ol className="flow-lane">
      {steps.map((step) => (
        <li key={step.stepId} className={CLASSES[step.kind]}>
          {step.kind === "wait" ? <Passing step={step} /> : <Node step={step} />}
          {step.kind === "branch" && (
            <div className="flow-paths">
              {SIDES.map((side) => (
                <section className="flow-path" key={side} aria-label={`${words(step)}: ${sideWords(side)}`}>
                  <span className="flow-side tiny quiet">{sideWords(side)}</span>
                  {step[side].length > 0 ? (
                    <FlowLane steps={step[side]} />
                  ) : (
                    <p className="flow-nothing tiny quiet">no step</p>
                  )}
                </section>
              ))}
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}
