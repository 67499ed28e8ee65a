import type { Why } from "@perennial/core/campaign/views.ts";
import { Because } from "../../because/because.tsx";
import { reasonWords } from "../../because/reasons.ts";
import { dayAndTime } from "../../words/dates.ts";
import { find, mailsIn } from "../journey/tree.ts";
import { stepWords } from "../journey/words.ts";

/** Each decision with the step it was made at, the rule, and what was known then. */
export function Decisions({ why: { decisions, steps, templates } }: { readonly why: Why }) {
  const mails = mailsIn(steps);
  return (
    <ol className="why-decisions">
      {decisions.map(({ at, stepId, code, inputs, rule }) => {
        const step = stepId ? find(steps, stepId) : undefined;
        const words = reasonWords(code, inputs);
        return (
          <li key={`${at} ${stepId} ${code}`}>
            <span className="small quiet why-at">{dayAndTime(at)}</span>
            <div>
              <p>{step ? stepWords(step, templates, mails) : "At the door"}</p>
              <Because
                {...words}
                rule={rule ? `${words.rule} Here: ${rule}` : words.rule}
                inputs={{ ...inputs, code }}
                at={at}
              />
            </div>
          </li>
        );
      })}
    </ol>
  );
}
