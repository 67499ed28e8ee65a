import type { Page } from "@perennial/core/campaign/views.ts";
import { reasonWords } from "../../because/reasons.ts";
import { capital, lower, people } from "../../words/numbers.ts";
import { find, mailsIn } from "../journey/tree.ts";
import { stepWords } from "../journey/words.ts";
import type { Which } from "../which.ts";

/** Whom the table shows: "12 people before “Mail …”, held back". */
export function whichWords({ state, stepId, reason }: Which, page: Page, total: number | undefined): string {
  const who = total === undefined ? "People" : people(total);
  const step = stepId && stepName(stepId, page);
  const parts = [
    state === "inside" && !step && "on the way",
    state === "finished" && "finished",
    state === "left_out" && "left out",
    state?.startsWith("stopped.") && `left: ${reasonWords(state, {}).chip}`,
    step && `before ${lower(step)}`,
    reason && reasonWords(reason, {}).chip,
  ].filter(Boolean);
  if (parts.length === 0 && total === 0) return "Nobody has entered yet.";
  return `${capital([who, ...parts].join(", "))}.`;
}

/** A step of the newest version by its words; one that only an earlier version has by its name. */
export function stepName(
  stepId: string,
  { campaign, templates }: Pick<Page, "campaign" | "templates">,
): string {
  const step = find(campaign.steps, stepId);
  return step ? stepWords(step, templates, mailsIn(campaign.steps)) : stepId;
}
