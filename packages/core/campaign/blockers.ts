import * as Form from "../form/index.ts";
import * as Organisation from "../organisation/index.ts";
import type { Settings } from "../organisation/organisation.schema.ts";
import * as Template from "../template/index.ts";
import type { EmailStep, Info } from "./campaign.schema.ts";
import { ruleOf } from "./entry.ts";
import { emailsIn } from "./journey.ts";
import type { Blocker } from "./views.ts";

/** Everything that stands between this campaign and its launch, each by name with the place to mend it. */
export async function blockersOf(campaign: Info): Promise<Blocker[]> {
  const [{ settings, missing }, entry, templates] = await Promise.all([
    Organisation.read(),
    entryBlockers(campaign),
    templatesOf(campaign),
  ]);
  return [
    ...missing.map(({ field, message }) => ({
      code: `organisation.${field}`,
      message,
      href: `/settings#${field}`,
    })),
    ...entry,
    ...ofTemplates(templates, settings, campaign),
  ];
}

/** What of it the mails of these steps lack. */
export async function mailBlockers(steps: Pick<Info, "campaignId" | "steps">): Promise<Blocker[]> {
  const [{ settings }, templates] = await Promise.all([Organisation.read(), templatesOf(steps)]);
  return ofTemplates(templates, settings, steps);
}

const templatesOf = ({ steps }: Pick<Info, "steps">) =>
  Promise.all(
    emailsIn(steps).map(async (step) => ({ step, template: await Template.read(step.templateId) })),
  );

function ofTemplates(
  templates: Awaited<ReturnType<typeof templatesOf>>,
  settings: Partial<Settings>,
  { campaignId }: Pick<Info, "campaignId">,
): Blocker[] {
  const edit = `/campaigns/${campaignId}/edit`;
  return templates.flatMap(({ step, template }, index) =>
    templateBlockers(template, settings, { step, index, edit }),
  );
}

async function entryBlockers({ campaignId, entry }: Info): Promise<Blocker[]> {
  const href = `/campaigns/${campaignId}/edit`;
  if (entry.kind === "segment")
    return (await ruleOf(entry))
      ? []
      : [{ code: "segment.missing", message: "The segment people enter by is gone", href }];
  return (await Form.read(entry.formId))
    ? []
    : [{ code: "form.missing", message: "The form people enter by is gone", href }];
}

interface Place {
  readonly step: EmailStep;
  readonly index: number;
  readonly edit: string;
}

function templateBlockers(
  template: Template.Info | undefined,
  settings: Partial<Settings>,
  { step: { stepId }, index, edit }: Place,
): Blocker[] {
  if (!template)
    return [{ code: "template.missing", message: `Mail ${index + 1} has no template`, href: edit, stepId }];
  const href = `/templates/${template.templateId}`;
  const languages = settings.languages ?? [];
  const unwritten = languages.filter((locale) => !template.wordings[locale]);
  const unwrittenBlockers = unwritten.map((locale) => ({
    code: `template.language.${locale}`,
    message: `"${template.name}" is not written in ${locale === "de" ? "German" : "English"} yet`,
    href,
    stepId,
  }));
  const faults = languages.flatMap((locale) => Template.faults(template, locale, settings));
  return [
    ...unwrittenBlockers,
    ...faults.map((message) => ({ code: "template.fault", message, href, stepId })),
  ];
}
