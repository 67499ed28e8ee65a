import type { Locale } from "@perennial/core/text.ts";

/** The languages candidate pages and mails exist in, by their English name. */
export const LANGUAGES = [
  { locale: "en", name: "English" },
  { locale: "de", name: "German" },
] as const satisfies readonly { locale: Locale; name: string }[];

export const languageName = (locale: Locale) =>
  LANGUAGES.find((language) => language.locale === locale)?.name ?? locale;
