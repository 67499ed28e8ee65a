import type { Info } from "@perennial/core/campaign/campaign.schema.ts";

/** A campaign while it is typed: who enters, and the one mail they get. */
export interface Typed {
  readonly name: string;
  readonly formId: string;
  readonly templateId: string;
}

/** The name its one step has in this release. */
const STEP = "mail-1";

export const blankCampaign: Typed = { name: "", formId: "", templateId: "" };

export const typedFrom = ({ name, entry, steps }: Pick<Info, "name" | "entry" | "steps">): Typed => ({
  name,
  formId: entry.formId,
  templateId: steps[0]?.templateId ?? "",
});

export const written = ({ name, formId, templateId }: Typed): Pick<Info, "name" | "entry" | "steps"> => ({
  name,
  entry: { kind: "form", formId },
  steps: [{ stepId: STEP, kind: "email", templateId }],
});

/** What the API says about a nested field, by the field it is typed in. */
export function errorsByField(errors: Readonly<Record<string, string>>) {
  const under = (start: string) => Object.entries(errors).find(([field]) => field.startsWith(start))?.[1];
  return { name: under("name"), form: under("entry"), template: under("steps") };
}
