import type { Locale } from "@perennial/core/text.ts";
import { de } from "./strings.de.ts";
import { en, type Strings } from "./strings.en.ts";

/** The words of every language; a language without one of them does not compile. */
export const STRINGS: Readonly<Record<Locale, Strings>> = { en, de };
