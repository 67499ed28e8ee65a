import type { Locale } from "@perennial/core/text.ts";
import { parseAccept } from "hono/utils/accept";

interface Wish {
  /** `?lang=`: she has just chosen it. */
  readonly asked?: string | undefined;
  /** What she signed up in, where it is known. */
  readonly own?: Locale | undefined;
  /** The browser's Accept-Language. */
  readonly accepted?: string | undefined;
}

/** The language to answer in: asked for, else her own, else her browser's, else the organisation's first. */
export function choose(wish: Wish, languages: readonly Locale[]): Locale {
  const accepted = parseAccept(wish.accepted ?? "").map(({ type }) => type.split("-")[0]?.toLowerCase());
  const offered = [wish.asked, wish.own, ...accepted].map((tag) =>
    languages.find((locale) => locale === tag),
  );
  return offered.find((locale) => locale !== undefined) ?? languages[0] ?? "en";
}
