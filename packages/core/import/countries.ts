// The package's own entry brings 80 languages.
import countries from "i18n-iso-countries/index.js";
import de from "i18n-iso-countries/langs/de.json" with { type: "json" };
import en from "i18n-iso-countries/langs/en.json" with { type: "json" };

countries.registerLocale(en);
countries.registerLocale(de);

/** Names that people write and no list of states has. */
const COLLOQUIAL: Readonly<Record<string, string>> = {
  brd: "DE",
  d: "DE",
  oesterreich: "AT",
  a: "AT",
  england: "GB",
  scotland: "GB",
  schottland: "GB",
  wales: "GB",
  uk: "GB",
  holland: "NL",
  "the netherlands": "NL",
};

/** Every name in both languages, in small letters. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ...["de", "en"].flatMap((language) =>
    Object.entries(countries.getNames(language, { select: "all" })).flatMap(([code, names]) =>
      names.map((name) => [name.toLowerCase(), code] as const),
    ),
  ),
  ...Object.entries(COLLOQUIAL),
]);

/** ISO 3166-1 alpha-2 of a code or an English or German name; undefined for what is none. */
export function countryOf(typed: string): string | undefined {
  const word = typed.trim().toLowerCase();
  const code = word.toUpperCase();
  if (/^[A-Z]{2}$/.test(code) && countries.isValid(code)) return code;
  const three = /^[A-Z]{3}$/.test(code) ? countries.alpha3ToAlpha2(code) : undefined;
  return three ?? NAMES.get(word);
}
