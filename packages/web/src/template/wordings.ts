import type { Info, Wording } from "@perennial/core/template/template.schema.ts";
import type { Locale } from "@perennial/core/text.ts";
import { LANGUAGES } from "../words/languages.ts";

/** A template while it is typed: both languages are there, either may be empty. */
export interface Typed {
  readonly name: string;
  readonly wordings: Readonly<Record<Locale, Wording>>;
}

const BLANK: Wording = { subject: "", body: "" };
export const blankTemplate: Typed = { name: "", wordings: { en: BLANK, de: BLANK } };

export const typedFrom = ({ name, wordings }: Pick<Info, "name" | "wordings">): Typed => ({
  name,
  wordings: { en: wordings.en ?? BLANK, de: wordings.de ?? BLANK },
});

export const isBlank = ({ subject, body }: Wording) => subject.trim() === "" && body.trim() === "";

/** Whether it makes a mail: a subject and a text. */
export const isWritten = ({ subject, body }: Wording) => subject.trim() !== "" && body.trim() !== "";

/** What is saved: a language nobody wrote is left out. */
export function written({ name, wordings }: Typed): Pick<Info, "name" | "wordings"> {
  const filled = LANGUAGES.filter(({ locale }) => !isBlank(wordings[locale]));
  return { name, wordings: Object.fromEntries(filled.map(({ locale }) => [locale, wordings[locale]])) };
}

/** The language to open with: the first that is written. */
export const firstWritten = ({ wordings }: Typed): Locale =>
  LANGUAGES.find(({ locale }) => !isBlank(wordings[locale]))?.locale ?? "en";
