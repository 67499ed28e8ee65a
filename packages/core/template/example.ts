import type { Settings as SettingsType } from "../organisation/organisation.schema.ts";
import { Settings } from "../organisation/organisation.schema.ts";
import { Locale } from "../text.ts";
import { render } from "./render/index.ts";
import type { Info, Wording } from "./template.schema.ts";
import { nurtureWhy } from "./why.ts";

/** What a template may say about a person; `organisation.name` is always there. */
export function valuesFor(name: string): Record<string, string> {
  return { name, first_name: name.split(/\s+/u)[0] ?? name };
}

/** The words for a person's language, or for the organisation's first language that is written. */
export function wordingFor(
  { wordings }: Info,
  locale: Locale,
  { languages }: SettingsType,
): [Locale, Wording] {
  const order = [locale, ...languages, ...Locale.options];
  const language = order.find((candidate) => wordings[candidate]) ?? locale;
  const wording = wordings[language];
  if (!wording) throw new Error("A template always has one language");
  return [language, wording];
}

/** What would hold every mail of this wording: merge fields that do not exist, or faults in the template. */
export function faults(template: Info, locale: Locale, settings: Partial<SettingsType>): string[] {
  const wording = template.wordings[locale];
  const organisation = Settings.safeParse(settings);
  if (!wording || !organisation.success) return [];
  const { problems } = example(wording, locale, organisation.data);
  return problems.map(({ message }) => `"${template.name}": ${message}`);
}

export interface Example {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly problems: readonly { readonly message: string }[];
}

/** How a wording will look, for a made-up person. */
export function example(wording: Wording, locale: Locale, organisation: SettingsType): Example {
  const url = "https://example.org/";
  const rendered = render({
    wording,
    locale,
    organisation,
    values: valuesFor(locale === "de" ? "Ada Beispiel" : "Ada Example"),
    footer: { kind: "nurture", unsubscribeUrl: url, preferencesUrl: url, why: nurtureWhy(locale) },
  });
  if (rendered.ok)
    return { subject: rendered.subject, html: rendered.html, text: rendered.text, problems: [] };
  const missing = rendered.missing.map((field) => `There is no value called "${field}"`);
  const problems = [...missing, ...rendered.problems].map((message) => ({ message }));
  return { subject: "", html: "", text: "", problems };
}
