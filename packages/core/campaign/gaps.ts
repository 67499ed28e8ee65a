import type { Facts } from "../facts/facts.schema.ts";
import type { Settings } from "../organisation/organisation.schema.ts";
import * as Template from "../template/index.ts";

/** What a template's mail to somebody would lack. */
export type Gaps = (
  templateId: string,
  facts: Facts,
) => { readonly hasTemplate: boolean; readonly missing: readonly string[] };

/**
 * What the mails of these templates would lack, person by person. A template is merged once for each language and each set of fields
 * that are known: who has the same fields lacks the same.
 */
export async function gapsOf(templateIds: readonly string[], settings: Settings | undefined): Promise<Gaps> {
  const ids = [...new Set(templateIds)];
  const read = await Promise.all(ids.map(async (id) => [id, await Template.read(id)] as const));
  const templates = new Map(read);
  const found = new Map<string, readonly string[]>();
  return (templateId, facts) => {
    const template = templates.get(templateId);
    if (!template) return { hasTemplate: false, missing: [] };
    if (!settings) return { hasTemplate: true, missing: [] };
    const fields = Object.keys(Template.valuesFor(facts)).join();
    const key = `${templateId} ${facts.locale} ${fields}`;
    const missing = found.get(key) ?? missingIn(template, facts, settings);
    found.set(key, missing);
    return { hasTemplate: true, missing };
  };
}

function missingIn(template: Template.Info, facts: Facts, organisation: Settings): readonly string[] {
  const [locale, wording] = Template.wordingFor(template, facts.locale, organisation);
  const url = organisation.privacyUrl;
  const rendered = Template.render({
    wording,
    locale,
    organisation,
    values: Template.valuesFor(facts),
    footer: { kind: "nurture", unsubscribeUrl: url, preferencesUrl: url, why: Template.nurtureWhy(locale) },
  });
  return rendered.ok ? [] : [...rendered.missing, ...rendered.problems];
}
