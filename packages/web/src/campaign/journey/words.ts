import type { Deed, EmailStep, Step, WaitStep } from "@perennial/core/campaign/campaign.schema.ts";
import type { Stage } from "@perennial/core/facts/facts.schema.ts";
import type { Rule } from "@perennial/core/rule/rule.schema.ts";
import { words } from "@perennial/core/rule/words.ts";
import { count } from "../../words/numbers.ts";
import type { Side } from "./tree.ts";

/** Templates by their id. */
export type Names = Readonly<Record<string, string>>;

export const mailName = (templates: Names, templateId: string | undefined): string =>
  templates[templateId ?? ""] ?? "a mail without a template";

const UNITS: Readonly<Record<WaitStep["unit"], readonly [string, string]>> = {
  hours: ["hour", "hours"],
  days: ["day", "days"],
  business_days: ["business day", "business days"],
};

export const duration = ({ unit, amount }: Pick<WaitStep, "unit" | "amount">) =>
  count(amount, ...UNITS[unit]);

export const STAGES: Readonly<Record<Stage, string>> = {
  new: "New",
  engaged: "Engaged",
  in_process: "In process",
  silver_medallist: "Silver medallist",
  hired: "Hired",
  archived: "Archived",
};

/** A step as one reads it: what it does, and to or about what. */
export function stepWords(step: Step, templates: Names, mails: readonly EmailStep[]): string {
  switch (step.kind) {
    case "email":
      return step.templateId === ""
        ? "Mail without a template"
        : `Mail “${mailName(templates, step.templateId)}”`;
    case "wait":
      return `Wait ${duration(step)}`;
    case "branch":
      return `Branch: ${branchWords(step.rule, templates, mails)}`;
    case "action":
      return deedWords(step.deed);
  }
}

/** What a branch asks, as a clause: "clicked “Spring news”", "who live in Leipzig". */
export function branchWords(rule: Rule, templates: Names, mails: readonly EmailStep[]): string {
  if ("rules" in rule && rule.rules.length === 0) return "asks nothing yet";
  if (rule.kind !== "happened" || !rule.stepId) {
    const sentence = words(rule);
    return sentence.replace(/^People /, "").replace(/\.$/, "");
  }
  const mail = mails.find(({ stepId }) => stepId === rule.stepId);
  const name = mail ? `“${mailName(templates, mail.templateId)}”` : "a mail that is gone";
  return `${rule.what} ${name}${rule.days ? ` in the last ${count(rule.days, "day", "days")}` : ""}`;
}

export function deedWords(deed: Deed): string {
  switch (deed.do) {
    case "tag":
      return `Add the tag “${deed.tag}”`;
    case "untag":
      return `Take away the tag “${deed.tag}”`;
    case "stage":
      return `Move to “${STAGES[deed.stage]}”`;
    case "notify":
      return `Tell the owner: ${deed.words}`;
    case "task":
      return `Task for the owner: ${deed.words}`;
  }
}

const SIDE_WORDS: Readonly<Record<Side, string>> = { yes: "Yes", no: "No" };

export const sideWords = (side: Side) => SIDE_WORDS[side];
