import type { Why, WhyMail } from "@perennial/core/campaign/views.ts";
import { BecauseOf } from "../../because/because.tsx";
import { dayAndTime } from "../../words/dates.ts";
import { find, mailsIn } from "../journey/tree.ts";
import { stepWords } from "../journey/words.ts";
import { Consent } from "./consent.tsx";
import { eventWords, stateWords } from "./words.ts";

interface Props {
  readonly mail: WhyMail;
  readonly why: Pick<Why, "steps" | "templates">;
}

/** One mail: why it was sent, what permitted it, and what the mail service told of it. */
export function Mail({ mail, why: { steps, templates } }: Props) {
  const { stepId, templateName, state, tracked, claimedAt, failure, sesMessageId, events, consent } = mail;
  const step = find(steps, stepId);
  return (
    <article className="why-mail">
      <h3>{step ? stepWords(step, templates, mailsIn(steps)) : `Mail “${templateName}”`}</h3>
      <p>
        {stateWords(state)} {failure}
      </p>
      <BecauseOf reason={mail.reason} />
      {consent && <Consent consent={consent} />}
      <ol className="why-events small">
        <li>
          <span className="quiet why-at">{dayAndTime(claimedAt)}</span> Decided on and claimed
        </li>
        {events.map((event) => (
          <li key={`${event.at} ${event.type} ${event.link ?? ""}`}>
            <span className="quiet why-at">{dayAndTime(event.at)}</span> {eventWords(event)}
          </li>
        ))}
      </ol>
      <p className="tiny quiet">
        {tracked
          ? "Opens and clicks of this mail are tracked: that is allowed."
          : "Not tracked: that is not allowed."}
        {sesMessageId && ` Mail service id ${sesMessageId}.`}
      </p>
    </article>
  );
}
