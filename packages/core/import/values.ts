import type { Ground } from "../gate/gate.schema.ts";
import type { Locale } from "../text.ts";
import { bare } from "./headers.ts";

const GROUNDS: ReadonlyMap<string, Ground | "none"> = new Map(
  Object.entries({
    consent:
      "consent, opt-in, opted in, yes, ja, einwilligung, einverständnis, zustimmung, eingewilligt, zugestimmt, granted, a, art. 6 (1) (a), art. 6 abs. 1 lit. a",
    legitimate_interest:
      "legitimate interest, legitimate interests, berechtigtes interesse, interessenabwägung, li, f, art. 6 (1) (f), art. 6 abs. 1 lit. f",
    none: "none, no, nein, keine, kein, ohne, unknown, unbekannt",
  }).flatMap(([ground, words]) => words.split(",").map((word) => [bare(word), ground as Ground | "none"])),
);

/** The legal ground that a cell names in English or German; an empty one is none. */
export const groundOf = (cell: string): Ground | "none" | undefined =>
  /^[\s\p{Pd}]*$/u.test(cell) ? "none" : GROUNDS.get(bare(cell));

const LANGUAGES: ReadonlyMap<string, Locale> = new Map([
  ...["de", "deutsch", "german", "dede", "deat", "dech"].map((word) => [word, "de"] as const),
  ...["en", "english", "englisch", "engb", "enus"].map((word) => [word, "en"] as const),
]);

export const localeOf = (cell: string): Locale | undefined => LANGUAGES.get(bare(cell));

/** Words of a list in one cell, each once whatever its case. */
export const listOf = (cell: string): string[] => distinct(cell.split(/[,;|\n]/).map(oneLine));

/** Words without repetitions; the first spelling of each stays. */
export function distinct(words: readonly string[]): string[] {
  const first = new Map<string, string>();
  for (const word of words)
    if (word !== "" && !first.has(word.toLowerCase())) first.set(word.toLowerCase(), word);
  return [...first.values()];
}

const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\s]+/gu;

/** A cell as one line: line breaks and control characters become a space. */
export const oneLine = (cell: string): string => cell.replace(UNPRINTABLE, " ").trim();

/** At most so many characters. */
export const cut = (text: string, max: number): string =>
  text.length <= max ? text : [...text].slice(0, max).join("").trim();

/** Spreadsheets turn long numbers into powers of ten; digits are lost, so it is nobody's number. */
export const isDamaged = (phone: string): boolean => /^\d([.,]\d+)?e\+\d+$/i.test(phone);

/** Years as people write them: `9`, `9,5`, `9 years`; undefined outside a working life. */
export function yearsOf(cell: string): number | undefined {
  const [, digits = ""] = /^(\d{1,2}(?:[.,]\d+)?)\s*\+?\s*(\p{L}+\.?)?$/u.exec(cell.trim()) ?? [];
  const years = Number.parseFloat(digits.replace(",", "."));
  return years >= 0 && years <= 70 ? years : undefined;
}
