import type { WaitStep } from "@perennial/core/campaign/campaign.schema.ts";
import { duration } from "../../journey/words.ts";
import { Band } from "./band.tsx";
import { useFlowing } from "./context.ts";

/** A wait: people pass through it standing before the step after it, so it is only the way between two numbers. */
export function Passing({ step }: { readonly step: WaitStep }) {
  const { streams, tallest } = useFlowing();
  const stream = streams.get(step.stepId) ?? { came: 0, waiting: 0, left: 0, moved: 0 };
  return (
    <div className="flow-node">
      <span className="flow-count" aria-hidden="true">
        &nbsp;
      </span>
      <Band stream={stream} tallest={tallest} />
      <p className="flow-words small quiet">{duration(step)}</p>
    </div>
  );
}
