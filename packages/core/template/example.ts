import type { Settings as SettingsType } from "../organisation/organisation.schema.ts";
import { Settings } from "../organisation/organisation.schema.ts";
import { Locale } from "../text.ts";
import { render } from "./render/index.ts";
import type { Info, Wording } from "./template.schema.ts";
import { type Ground, nurtureWhy } from "./why.ts";

/** Who a mail is about, as far as it is known. */
export interface About {
  readonly name: string;
  readonly title?: string;
  readonly company?: string;
  readonly city?: string;
  readonly interests?: readonly string[];
}

/**
 * What a template may say about a person; `organisation.name` is always there. What is not known is left out, so that a mail which
 * names it without a default is held.
 */
export function valuesFor({ name, title, company, city, interests = [] }: About): Record<string, string> {
  const [interest] = interests;
  return {
    name,
    first_name: name.split(/\s+/u)[0] ?? name,
    ...(title ? { title } : {}),
    ...(company ? { company } : {}),
    ...(city ? { city } : {}),
    ...(interest ? { interest } : {}),
  };
}

/** The words for a person's language, or for the organisation's first language that is written. */
export function wordingFor(
  { wordings }: Pick<Info, "wordings">,
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
  /** The language it is in. */
  readonly locale: Locale;
  /** Fields that not everybody has and that the wording gives no default: mails to people without them are held. */
  readonly mayBeMissing: readonly string[];
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly problems: readonly { readonly message: string }[];
}

/** A made-up person of whom everything is known. */
const MADE_UP: Readonly<Record<Locale, About>> = {
  en: {
    name: "Ada Example",
    title: "Nurse",
    company: "Riverside Hospital",
    city: "Leeds",
    interests: ["Nursing"],
  },
  de: {
    name: "Ada Beispiel",
    title: "Pflegekraft",
    company: "Klinikum am Park",
    city: "Leipzig",
    interests: ["Pflege"],
  },
};

/** Whose mail it is, and what hers says besides the wording. */
export interface Reader {
  readonly about: About;
  /** On what ground we write to her. */
  readonly ground?: Ground;
  /** Where we have her data from, while she has to be told. */
  readonly owed?: { readonly source: string; readonly obtainedAt: string };
}

/** How a wording will look, for this person or a made-up one. Its links for leaving and objecting lead to the privacy notice. */
export function example(
  wording: Wording,
  locale: Locale,
  organisation: SettingsType,
  { about, ground, owed }: Reader = { about: MADE_UP[locale] },
): Example {
  const url = organisation.privacyUrl;
  const made = (of: About) =>
    render({
      wording,
      locale,
      organisation,
      values: valuesFor(of),
      footer: { kind: "nurture", unsubscribeUrl: url, preferencesUrl: url, why: nurtureWhy(locale, ground) },
      ...(owed?.source ? { notice: { ...owed, objectUrl: url } } : {}),
    });
  const [rendered, least] = [made(about), made({ name: about.name })];
  const mayBeMissing = least.ok ? [] : least.missing.filter((field) => FIELDS.includes(field));
  if (rendered.ok)
    return {
      locale,
      subject: rendered.subject,
      html: rendered.html,
      text: rendered.text,
      problems: [],
      mayBeMissing,
    };
  const missing = rendered.missing.map((field) => absent(field, about));
  const problems = [...missing, ...rendered.problems].map((message) => ({ message }));
  return { locale, subject: "", html: "", text: "", problems, mayBeMissing };
}

/** Fields that not everybody has. */
const FIELDS: readonly string[] = ["title", "company", "city", "interest"];

const absent = (field: string, { name }: About) =>
  FIELDS.includes(field)
    ? `"${field}" is not known of ${name}: this mail would be held. Give a default: {{ ${field} | default: "..." }}`
    : `There is no value called "${field}"`;
