import type { Settings } from "@perennial/core/organisation/organisation.schema.ts";
import type { Locale } from "@perennial/core/text.ts";
import { STRINGS } from "../strings.ts";

/** Whom a page speaks for: what is known of the organisation, or nothing while it has not been set up. */
export type Host = Pick<Settings, "name" | "privacyUrl" | "privacyEmail"> & {
  readonly imprintUrl?: string | undefined;
};

/** One visit to a page: whose it is, in which language, and in which it could be. */
export interface Visit {
  readonly locale: Locale;
  readonly languages: readonly Locale[];
  readonly host?: Host | undefined;
  /** What the language links keep of the query, e.g. `step=sent`. */
  readonly keep?: string | undefined;
}

/** The words of this visit's language. */
export const wordsOf = ({ locale }: Visit) => STRINGS[locale];

/** The organisation's name; nobody's while it has not been set up. */
export const nameOf = ({ host }: Visit) => host?.name ?? "Perennial";

/** This very address in a language, which forms post to and the language links lead to. */
export const here = ({ keep }: Visit, locale: Locale) => `?${keep ? `${keep}&` : ""}lang=${locale}`;
