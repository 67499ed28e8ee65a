import type { Step } from "@perennial/core/campaign/campaign.schema.ts";

export type Kind = Step["kind"];

const LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

/** A name that no step of this campaign had before, as far as chance can tell: mails carry it, and figures are kept under it. */
export function newStepId(kind: Kind): string {
  const random = crypto.getRandomValues(new Uint8Array(6));
  return `${kind}-${[...random].map((byte) => LETTERS[byte % LETTERS.length]).join("")}`;
}

/** A step as it is when it was just put in; a branch asks about the latest mail before it. */
export function newStep(kind: Kind, mailId: string | undefined): Step {
  const stepId = newStepId(kind);
  switch (kind) {
    case "email":
      return { stepId, kind, templateId: "" };
    case "wait":
      return { stepId, kind, unit: "business_days", amount: 3 };
    case "action":
      return { stepId, kind, deed: { do: "tag", tag: "" } };
    case "branch":
      return {
        stepId,
        kind,
        rule: mailId ? { kind: "happened", what: "clicked", stepId: mailId } : { kind: "all", rules: [] },
        yes: [],
        no: [],
        unknown: "no",
      };
  }
}
