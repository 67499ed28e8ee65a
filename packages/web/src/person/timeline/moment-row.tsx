import type { Moment } from "@perennial/core/candidate/views.ts";
import { Link } from "@tanstack/react-router";
import { BecauseOf } from "../../because/because.tsx";
import { dayAndTime } from "../../words/dates.ts";
import { GlyphMark } from "./glyph.tsx";
import { momentWords } from "./moments.ts";

interface Props {
  readonly moment: Moment;
  readonly candidateId: string;
  /** Where it was noted by hand and nothing was noted after it. */
  readonly onTakeBack?: () => void;
}

/** One line: glyph, sentence, time. What was decided opens in place. */
export function MomentRow({ moment, candidateId, onTakeBack }: Props) {
  const { glyph, sentence, text } = momentWords(moment);
  const reason = reasonIn(moment);
  return (
    <li className={moment.who === "machine" ? "moment quiet" : "moment"} data-day={moment.at.slice(0, 10)}>
      <GlyphMark of={glyph} />
      <span>
        {sentence}
        {moment.by && <span className="quiet"> · {moment.by}</span>}
        {onTakeBack && (
          <button type="button" className="text-button take-back small" onClick={onTakeBack}>
            Take back
          </button>
        )}
      </span>
      <time className="small quiet" dateTime={moment.at}>
        {dayAndTime(moment.at)}
      </time>
      {text && <p className="moment-text">{text}</p>}
      {reason && (
        <div className="moment-because small">
          <BecauseOf reason={reason}>
            <WholeWay moment={moment} candidateId={candidateId} />
          </BecauseOf>
        </div>
      )}
    </li>
  );
}

/** Of a campaign there is a page that tells every decision on the way. */
function WholeWay({ moment: { detail }, candidateId }: Pick<Props, "moment" | "candidateId">) {
  if (typeof detail.campaignId !== "string") return null;
  const params = { campaignId: detail.campaignId, candidateId };
  return (
    <p>
      <Link to="/campaigns/$campaignId/people/$candidateId" params={params}>
        Every decision on the way
      </Link>
    </p>
  );
}

/** A message and an enrolment carry the reason they were decided by. */
function reasonIn({ detail, at }: Moment) {
  const { reason } = detail;
  // The mail that finished it says the same one line below.
  if (detail.end === "finished") return undefined;
  if (typeof reason !== "object" || reason === null || !("code" in reason)) return undefined;
  const inputs = "inputs" in reason && typeof reason.inputs === "object" ? { ...reason.inputs } : {};
  const when = "at" in reason && typeof reason.at === "string" ? reason.at : at;
  return { code: String(reason.code), inputs, at: when };
}
