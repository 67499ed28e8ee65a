import type { Said } from "./import.schema.ts";
import type { Remark } from "./views.ts";

/** Why a row was not taken, in words that say what to do. */
export const REJECTIONS = {
  name_missing: "There is no name. Add one.",
  name_too_long: "The name is longer than 200 characters. Shorten it.",
  address_invalid: "The e-mail address is not one. Correct it, or empty the cell.",
  address_letters:
    "Mail can't be sent to an address with such letters before the @. Use another one, or empty the cell.",
  cells:
    "The row has more cells than the file has columns. Put cells that hold the delimiter in quotation marks.",
  ground_unknown: "The ground is none we know. Write consent, legitimate interest or none.",
  consent_incomplete: "Consent needs a date and a place. Add them, or choose another ground.",
  consent_date: "The date of the consent is not a date, or is still to come. Write it like 2026-03-14.",
  repeated: "This person stands in the file more than fifty times. Remove what is too much.",
  unfit: "Something in the row is no value that a profile can hold. Shorten or empty its unusual cells.",
  erased: "This person asked to be erased. Nothing is kept; she can join again herself.",
} as const;
export type Rejection = keyof typeof REJECTIONS;

/** What was left out of a row that was taken, or keeps mail from its person. */
export const NOTES = {
  second_invalid: "A second address is not an e-mail address and was left out.",
  second_taken: "A second address belongs to somebody else and was left out.",
  too_many_addresses: "The person has twenty addresses already; more were left out.",
  link_invalid: "The profile link is not a web address and was left out.",
  link_taken: "The profile link belongs to somebody else and was left out.",
  country_unknown: "The country is none we know; it counts as unknown.",
  phone_damaged: "A spreadsheet has turned the phone number into a power of ten; it was left out.",
  value_unread: "A number or date could not be read and was left out.",
  shortened: "A text was too long and was cut.",
  unrecognisable:
    "There is neither an address nor a profile on LinkedIn, XING or GitHub: only the same name, phone, company and city find this person again.",
  needs_consent: "The country asks for consent: stored, not mailed.",
  missing_source: "There is no source: stored, not mailed until one is given.",
  consent_expired: "The consent is more than two years old: stored, not mailed.",
  suppressed: "The address unsubscribed, complained or bounced before: stored, not mailed.",
  permission_kept: "The person has decided herself, or stopped our mail: that stands.",
} as const;
export type Note = keyof typeof NOTES;

const ROWS_NAMED = 20;

/** Collects what is to be said of rows. */
export function tally() {
  const said = new Map<string, { count: number; rows: number[] }>();
  return {
    say(code: Rejection | Note, row: number) {
      const entry = said.get(code) ?? { count: 0, rows: [] };
      entry.count += 1;
      if (entry.rows.length < ROWS_NAMED) entry.rows.push(row);
      said.set(code, entry);
    },
    all: (): Said[] => [...said].map(([code, entry]) => ({ code, ...entry })),
  };
}

/** What several parts have to say, as one. */
export function together(parts: readonly (readonly Said[])[]): Said[] {
  const codes = Map.groupBy(parts.flat(), ({ code }) => code);
  return [...codes].map(([code, said]) => ({
    code,
    count: said.reduce((sum, { count }) => sum + count, 0),
    rows: said
      .flatMap(({ rows }) => rows)
      .sort((a, b) => a - b)
      .slice(0, ROWS_NAMED),
  }));
}

const remarks = (said: readonly Said[], words: Readonly<Record<string, string>>): Remark[] =>
  said
    .flatMap(({ code, count, rows }) => (words[code] ? [{ code, words: words[code], count, rows }] : []))
    .sort((a, b) => b.count - a.count);

export const rejectionsIn = (said: readonly Said[]) => remarks(said, REJECTIONS);
export const notesIn = (said: readonly Said[]) => remarks(said, NOTES);
