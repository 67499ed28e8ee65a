import type { BranchStep, Step } from "@perennial/core/campaign/campaign.schema.ts";
import { Fragment } from "react";
import { type Lane as LaneOf, SIDES, type Side } from "../journey/tree.ts";
import { sideWords } from "../journey/words.ts";
import { AddHere } from "./add-here.tsx";
import { useBuilding } from "./context.ts";
import { Door } from "./door.tsx";
import { Spine } from "./spine.tsx";
import { StepRow } from "./step-row.tsx";
import "./lane.css";

interface Props {
  readonly steps: readonly Step[];
  readonly lane: LaneOf | undefined;
  /** Beside each other there is no room for the calendar, nor for a branch's own paths. */
  readonly narrow?: boolean;
}

/** The steps of one way, one under the other, with a place to add one before each and after the last. */
export function Lane({ steps, lane, narrow = false }: Props) {
  return (
    <ol className={narrow ? "lane lane-narrow" : "lane"}>
      {steps.map((step, index) => (
        <Fragment key={step.stepId}>
          <AddHere spot={{ lane, index }} />
          <li className={`lane-item lane-${step.kind}`}>
            {!narrow && <Spine step={step} />}
            <div className="lane-step">
              <StepRow step={step} narrow={narrow} />
              {step.kind === "branch" && <Paths step={step} narrow={narrow} />}
            </div>
          </li>
        </Fragment>
      ))}
      <AddHere spot={{ lane, index: steps.length }} last />
    </ol>
  );
}

interface PathsProps {
  readonly step: BranchStep;
  readonly narrow: boolean;
}

/** A branch's two paths beside each other, joined again below; inside a path they are looked into. */
function Paths({ step, narrow }: PathsProps) {
  if (narrow)
    return (
      <div className="branch-doors">
        {SIDES.map((side) => (
          <Door key={side} step={step} side={side} />
        ))}
      </div>
    );
  return (
    <div className="branch-paths">
      {SIDES.map((side) => (
        <Path key={side} step={step} side={side} />
      ))}
    </div>
  );
}

function Path({ step, side }: { readonly step: BranchStep; readonly side: Side }) {
  const { words } = useBuilding();
  return (
    <section className="branch-path" aria-label={`${words(step)}: ${sideWords(side)}`}>
      <p className="branch-side small">
        <strong>{sideWords(side)}</strong>
        {step.unknown === side && <span className="quiet"> and not known</span>}
      </p>
      <Lane steps={step[side]} lane={{ branchId: step.stepId, side }} narrow />
    </section>
  );
}
