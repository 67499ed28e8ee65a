import type { Step } from "@perennial/core/campaign/campaign.schema.ts";
import type { Rule } from "@perennial/core/rule/rule.schema.ts";
import { everyStep, mailsBefore, mailsIn } from "./tree.ts";

/** What a step still lacks before it can be saved. */
export interface Gap {
  readonly stepId: string;
  readonly words: string;
}

/** Everything that is not written yet, in the order of the steps. */
export function gapsIn(steps: readonly Step[]): Gap[] {
  return everyStep(steps).flatMap((step) => {
    const words = gapOf(step, steps);
    return words ? [{ stepId: step.stepId, words }] : [];
  });
}

function gapOf(step: Step, steps: readonly Step[]): string | undefined {
  switch (step.kind) {
    case "email":
      return step.templateId === "" ? "Choose the mail's template" : undefined;
    case "wait":
      return step.amount >= 1 && step.amount <= 365 ? undefined : "A wait is between 1 and 365";
    case "branch":
      return branchGap(step.rule, step.stepId, steps);
    case "action": {
      const { deed } = step;
      const text = "tag" in deed ? deed.tag : "words" in deed ? deed.words : deed.stage;
      return text.trim() === "" ? ("tag" in deed ? "Name the tag" : "Write what is to be said") : undefined;
    }
  }
}

function branchGap(rule: Rule, stepId: string, steps: readonly Step[]): string | undefined {
  if ((rule.kind === "all" || rule.kind === "any") && rule.rules.length === 0)
    return "Say what the branch asks about";
  const asked = mailsAskedBy(rule);
  const before = new Set(mailsBefore(steps, stepId).map((mail) => mail.stepId));
  if (asked.every((one) => before.has(one))) return undefined;
  const later = new Set(mailsIn(steps).map((mail) => mail.stepId));
  return asked.some((one) => !later.has(one))
    ? "The mail this branch asks about is gone"
    : "This branch asks about a mail that comes later";
}

/** The mails of this campaign that a rule asks about, by step. */
export function mailsAskedBy(rule: Rule): string[] {
  if (rule.kind === "not") return mailsAskedBy(rule.rule);
  if (rule.kind === "all" || rule.kind === "any") return rule.rules.flatMap(mailsAskedBy);
  return rule.kind === "happened" && rule.stepId ? [rule.stepId] : [];
}
