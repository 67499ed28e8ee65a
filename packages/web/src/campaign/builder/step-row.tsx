import type { Step } from "@perennial/core/campaign/campaign.schema.ts";
import type { MouseEvent } from "react";
import { rowLink } from "../../list/use-list-keys.ts";
import { useBuilding } from "./context.ts";
import { GLYPHS } from "./glyphs.ts";
import { useSecondLine } from "./second-line.ts";

/** One step: its glyph, what it does, and under it when and for how many. Entered again by key it leads into the panel. */
export function StepRow({ step, narrow }: { readonly step: Step; readonly narrow: boolean }) {
  const { build, gaps, words } = useBuilding();
  const second = useSecondLine(step, narrow);
  const gap = gaps.find(({ stepId }) => stepId === step.stepId);
  const Glyph = GLYPHS[step.kind];
  const chosen = build.chosen === step.stepId;
  const press = (event: MouseEvent) => {
    // A press of a key has no detail.
    if (chosen && event.detail === 0)
      document.querySelector<HTMLElement>("#step-panel :is(input, select, button, a)")?.focus();
    else build.choose(step.stepId);
  };
  return (
    <button
      type="button"
      className="step-row"
      data-step={step.stepId}
      {...rowLink}
      aria-current={chosen ? "step" : undefined}
      onClick={press}
    >
      <Glyph size={20} stroke={1.5} aria-hidden="true" />
      <span className="step-words">
        <span className="step-verb">{words(step)}</span>
        <span className={gap ? "small step-gap" : "small quiet"}>{gap ? gap.words : second}</span>
      </span>
    </button>
  );
}
