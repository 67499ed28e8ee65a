import type { Step } from "@perennial/core/campaign/campaign.schema.ts";
import type { LaunchPage } from "@perennial/core/campaign/views.ts";
import { dayAndTime } from "../../words/dates.ts";
import { number } from "../../words/numbers.ts";
import { everyStep, mailsIn } from "../journey/tree.ts";
import { sideWords, stepWords } from "../journey/words.ts";

type StepPlan = LaunchPage["plan"]["steps"][number];

/** When each step is come to, and by how many; by a form people come one by one, so it is when somebody who joins at the start does. */
export function StepsTable({ page }: { readonly page: LaunchPage }) {
  const { campaign, plan, templates, entry } = page;
  const mails = mailsIn(campaign.steps);
  const steps = new Map(everyStep(campaign.steps).map((step) => [step.stepId, step]));
  const counted = entry.kind === "segment";
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">Step</th>
          {counted && (
            <th scope="col" className="number">
              People
            </th>
          )}
          <th scope="col">First</th>
          {counted && <th scope="col">Last</th>}
        </tr>
      </thead>
      <tbody>
        {plan.steps.map((row) => {
          const step = steps.get(row.stepId);
          return (
            <tr key={row.stepId}>
              <th scope="row">
                {step ? stepWords(step, templates, mails) : row.stepId}
                {step && counted && <span className="small quiet">{unknownWords(step, row)}</span>}
              </th>
              {counted && (
                <td className="number" data-label="People">
                  {number(row.people)}
                </td>
              )}
              <td data-label="First">{row.first ? dayAndTime(row.first) : ""}</td>
              {counted && <td data-label="Last">{row.last ? dayAndTime(row.last) : ""}</td>}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function unknownWords(step: Step, { unknown = 0 }: StepPlan): string {
  if (step.kind !== "branch" || unknown === 0) return "";
  return ` not known of ${number(unknown)}: they take “${sideWords(step.unknown)}”`;
}
