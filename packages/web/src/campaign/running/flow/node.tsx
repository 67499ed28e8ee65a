import type { Step } from "@perennial/core/campaign/campaign.schema.ts";
import type { StepView } from "@perennial/core/campaign/views.ts";
import { Link } from "@tanstack/react-router";
import { number, people } from "../../../words/numbers.ts";
import { mailsIn } from "../../journey/tree.ts";
import { stepWords } from "../../journey/words.ts";
import { Band } from "./band.tsx";
import { useFlowing } from "./context.ts";
import { Exits } from "./exits.tsx";

/** One step: how many wait before it, the band of those who came and went on, what it is, and who left here. */
export function Node({ step }: { readonly step: Step }) {
  const { page, streams, tallest } = useFlowing();
  const stream = streams.get(step.stepId) ?? { came: 0, waiting: 0, left: 0, moved: 0 };
  const view = page.steps.find(({ stepId }) => stepId === step.stepId);
  const words = stepWords(step, page.templates, mailsIn(page.campaign.steps));
  return (
    <div className="flow-node">
      <Link
        className="flow-count"
        to="."
        search={{ state: "inside", stepId: step.stepId }}
        hash="people"
        data-flow=""
        aria-label={`${people(stream.waiting)} before: ${words}`}
        resetScroll={false}
      >
        {number(stream.waiting)}
      </Link>
      <Band stream={stream} tallest={tallest} />
      <p className="flow-words small" title={words}>
        {words}
      </p>
      <p className="tiny quiet">{passed(step, stream.moved, view)}</p>
      {view && <Exits left={view.left} stepId={step.stepId} />}
    </div>
  );
}

/** What became of those who went on: of a mail, how many it was sent to. */
function passed(step: Step, moved: number, view: StepView | undefined): string {
  if (moved === 0) return "nobody went on yet";
  if (step.kind !== "email") return `${number(moved)} went on`;
  if (!view?.figures) return `${number(moved)} went on`;
  const sent = Math.min(view.figures.accepted, moved);
  const without = moved - sent;
  return [`${number(sent)} sent`, without > 0 && `${number(without)} passed over`].filter(Boolean).join(", ");
}
