import type { Page } from "@perennial/core/campaign/views.ts";
import { number } from "../words/numbers.ts";
import { bands } from "./flow-geometry.ts";
import { leftBy } from "./left-by.ts";

const TALLEST = 48;

/** Who is where: entered, waiting before the mail, finished; who left drops below the line, by reason. */
export function Flow({ page }: { readonly page: Page }) {
  const { people, campaign, templates } = page;
  const thick = bands(people, TALLEST);
  const template = templates[campaign.steps[0]?.templateId ?? ""] ?? "the mail";
  const reasons = leftBy(page);
  return (
    <section className="flow" aria-label="Who is where">
      <Stream from={thick.entered} to={thick.finished} />
      <Node value={people.entered} words="entered" height={thick.entered} kind="entered" />
      <Node value={people.active} words={`wait for “${template}”`} height={thick.waiting} kind="waiting" />
      <Node value={people.finished} words="finished" height={thick.finished} kind="finished" />
      {people.stopped > 0 && (
        <div className="flow-left">
          <span className="flow-bar flow-stopped" style={{ height: thick.stopped }} />
          <p>
            <strong>{number(people.stopped)}</strong> left on the way{reasons && `: ${reasons}`}
          </p>
        </div>
      )}
    </section>
  );
}

interface NodeProps {
  readonly value: number;
  readonly words: string;
  readonly height: number;
  readonly kind: "entered" | "waiting" | "finished";
}

function Node({ value, words, height, kind }: NodeProps) {
  const style = { height, "--share": height / TALLEST };
  return (
    <div className={`flow-node flow-node-${kind}`}>
      <p className="flow-count">{number(value)}</p>
      <span className="flow-stand">
        <span className={`flow-bar flow-${kind}`} style={style} />
      </span>
      <p className="small quiet">{words}</p>
    </div>
  );
}

/** People on their way, as thick as they are many; it narrows at the step where some stay or leave. */
const Stream = ({ from, to }: { readonly from: number; readonly to: number }) => (
  <svg className="flow-stream" viewBox={`0 0 100 ${TALLEST}`} preserveAspectRatio="none" aria-hidden="true">
    <path d={`M0 ${TALLEST}V${TALLEST - from}H50L60 ${TALLEST - to}H100V${TALLEST}z`} />
  </svg>
);
