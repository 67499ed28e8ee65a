import type { Moment } from "@perennial/core/candidate/views.ts";
import { BecauseOf } from "../because/because.tsx";
import { dayAndTime } from "../words/dates.ts";
import { GlyphMark } from "./glyph.tsx";
import { momentWords } from "./moments.ts";

/** One line: glyph, sentence, time. What was decided opens in place. */
export function MomentRow({ moment }: { readonly moment: Moment }) {
  const { glyph, sentence } = momentWords(moment);
  const reason = reasonIn(moment);
  return (
    <li className={moment.who === "machine" ? "moment quiet" : "moment"} data-day={moment.at.slice(0, 10)}>
      <GlyphMark of={glyph} />
      <span>{sentence}</span>
      <time className="small quiet" dateTime={moment.at}>
        {dayAndTime(moment.at)}
      </time>
      {reason && (
        <div className="moment-because small">
          <BecauseOf reason={reason} />
        </div>
      )}
    </li>
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
