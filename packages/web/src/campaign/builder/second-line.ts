import type { Step } from "@perennial/core/campaign/campaign.schema.ts";
import type { StepPlan } from "@perennial/core/campaign/views.ts";
import { languageName } from "../../words/languages.ts";
import { number, people } from "../../words/numbers.ts";
import { sideWords } from "../journey/words.ts";
import { type Building, useBuilding } from "./context.ts";
import { arrivalWords } from "./spine-words.ts";

/** What stands under a step: languages of a mail, where a branch leads, and how many come by. */
export function useSecondLine(step: Step, narrow: boolean): string {
  const building = useBuilding();
  const plan = building.plan.get(step.stepId);
  const when = narrow ? arrivalWords(building.calendar.get(step.stepId)) : undefined;
  return [when, about(step, building), comers(plan), paths(step, plan)].filter(Boolean).join(" · ");
}

function about(step: Step, { templates }: Building): string | undefined {
  if (step.kind === "email") {
    const locales = templates.find(({ templateId }) => templateId === step.templateId)?.locales ?? [];
    return [locales.map(languageName).join(" and "), step.hours === "any" ? "at any hour" : ""]
      .filter(Boolean)
      .join(", ");
  }
  if (step.kind === "action" && step.deed.do === "task") return `due after ${step.deed.days} days`;
  return undefined;
}

const comers = (plan: StepPlan | undefined) => (plan && plan.people > 0 ? people(plan.people) : undefined);

function paths(step: Step, plan: StepPlan | undefined): string | undefined {
  if (step.kind !== "branch") return undefined;
  const unknown = `not known: take “${sideWords(step.unknown)}”`;
  if (plan?.yes === undefined || plan.no === undefined) return unknown;
  const count = plan.unknown ? `${number(plan.unknown)} ` : "";
  return `${number(plan.yes)} yes, ${number(plan.no)} no · ${count}${unknown}`;
}
