import { Form } from "../form/index.ts";
import { Organisation } from "../organisation/index.ts";
import type { Settings } from "../organisation/organisation.schema.ts";
import { Template } from "../template/index.ts";
import type { Info } from "./campaign.schema.ts";
import type { Blocker } from "./views.ts";

/** Everything that stands between this campaign and its launch, each by name with the place to mend it. */
export async function blockersOf(campaign: Info): Promise<Blocker[]> {
  const [{ settings, missing }, form, templates] = await Promise.all([
    Organisation.read(),
    Form.read(campaign.entry.formId),
    Promise.all(campaign.steps.map(({ templateId }) => Template.read(templateId))),
  ]);
  return [
    ...missing.map(({ field, message }) => ({
      code: `organisation.${field}`,
      message,
      href: `/settings#${field}`,
    })),
    ...(form
      ? []
      : [{ code: "form.missing", message: "The form people enter by is gone", href: "/campaigns" }]),
    ...templates.flatMap((template, step) => templateBlockers(template, settings, step)),
  ];
}

function templateBlockers(
  template: Template.Info | undefined,
  settings: Partial<Settings>,
  step: number,
): Blocker[] {
  if (!template)
    return [{ code: "template.missing", message: `Step ${step + 1} has no template`, href: "/templates" }];
  const href = `/templates/${template.templateId}`;
  const languages = settings.languages ?? [];
  const unwritten = languages.filter((locale) => !template.wordings[locale]);
  const unwrittenBlockers = unwritten.map((locale) => ({
    code: `template.language.${locale}`,
    message: `"${template.name}" is not written in ${locale === "de" ? "German" : "English"} yet`,
    href,
  }));
  const faults = languages.flatMap((locale) => Template.faults(template, locale, settings));
  return [...unwrittenBlockers, ...faults.map((message) => ({ code: "template.fault", message, href }))];
}
