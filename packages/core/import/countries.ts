// Its data alone: the package's own code brings 80 languages.
import codes from "i18n-iso-countries/codes.json" with { type: "json" };
import de from "i18n-iso-countries/langs/de.json" with { type: "json" };
import en from "i18n-iso-countries/langs/en.json" with { type: "json" };

const ALPHA3: ReadonlyMap<string, string> = new Map(codes.map(([two = "", three = ""]) => [three, two]));
const ALPHA2: ReadonlySet<string> = new Set(ALPHA3.values());

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
  ...[de, en].flatMap(({ countries }) =>
    Object.entries(countries).flatMap(([code, names]) =>
      [names].flat().map((name) => [name.toLowerCase(), code] as const),
    ),
  ),
  ...Object.entries(COLLOQUIAL),
]);

/** ISO 3166-1 alpha-2 of a code or an English or German name; undefined for what is none. */
export function countryOf(typed: string): string | undefined {
  const word = typed.trim().toLowerCase();
  const code = word.toUpperCase();
  return ALPHA2.has(code) ? code : (ALPHA3.get(code) ?? NAMES.get(word));
}
