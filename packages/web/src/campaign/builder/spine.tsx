import type { Step } from "@perennial/core/campaign/campaign.schema.ts";
import { after, daysOf } from "../journey/calendar.ts";
import { useBuilding } from "./context.ts";
import { arrivalWords, dayWords } from "./spine-words.ts";
import "./spine.css";

/** A wait of this many days or more is drawn as tall as it gets. */
const LONGEST = 28;

/** The calendar beside a step: when it is come to, and for a wait the days that pass, those without sending hours pale. */
export function Spine({ step }: { readonly step: Step }) {
  const { calendar, start } = useBuilding();
  const arrival = calendar.get(step.stepId);
  if (!arrival) return <span className="spine" />;
  if (step.kind === "wait") return <Passing step={step} from={arrival.from} />;
  return (
    <span className="spine">
      <span className="spine-dot" />
      <span className="spine-words">
        <span className="small">{dayWords(arrival.from - start)}</span>
        <span className="tiny quiet">{arrivalWords(arrival)}</span>
      </span>
    </span>
  );
}

interface PassingProps {
  readonly step: Extract<Step, { kind: "wait" }>;
  readonly from: number;
}

function Passing({ step, from }: PassingProps) {
  const { window } = useBuilding();
  const days = daysOf(from, after(from, step), window);
  const height = 64 + Math.min(days.length, LONGEST) * 4;
  const gaps = days.filter(({ open }) => !open).length;
  return (
    <span className="spine spine-passing" style={{ minHeight: height }}>
      <span className="spine-days" aria-hidden="true">
        {days.map(({ day, open }) => (
          <span key={day} className={open ? "spine-day" : "spine-day spine-closed"} />
        ))}
      </span>
      {gaps > 0 && (
        <span className="spine-words tiny quiet">
          {gaps} {gaps === 1 ? "day" : "days"} without mail
        </span>
      )}
    </span>
  );
}
