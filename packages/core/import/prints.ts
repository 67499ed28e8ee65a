import type { Info } from "../candidate/candidate.schema.ts";
import { normaliseLink } from "../candidate/link.ts";
import { Secret } from "../secret.ts";
import type { Draft } from "./draft.ts";
import { bare } from "./headers.ts";

/** What a row can say of somebody, by the letter under which its print is kept. */
const LETTERS = {
  name: "n",
  locale: "l",
  title: "t",
  company: "c",
  city: "p",
  country: "k",
  phone: "f",
  link: "u",
  experienceYears: "e",
  openFrom: "o",
  skills: "s",
  interests: "i",
  tags: "g",
} as const satisfies Partial<Record<keyof Info, string>>;
export type Field = keyof typeof LETTERS;
const FIELDS = Object.keys(LETTERS) as Field[];

/** 36 bits of a keyed hash: enough to see that a value is another one, and no way back to it. */
const LENGTH = 6;
const print = (text: string) =>
  Buffer.from(Secret.hash("said", text), "hex").toString("base64url").slice(0, LENGTH);

/** What the rows of one record of a source say, a print a field. */
export type Print = ReadonlyMap<Field, string>;

/** What each record of a source said last of somebody. */
export type Prints = ReadonlyMap<string, Print>;

/** Nobody has more addresses and pages to be found by; the record heard last stays longest. */
const MOST_RECORDS = 20;

/** The name of a record among those of one person. @param mark what its rows are found by first */
export const recordOf = (mark: string): string => print(mark);

/** What rows of one record say together: the last one goes for a fact, words are brought together. */
export function printOf(record: string, drafts: readonly Draft[]): Print {
  const said: Partial<Record<Field, string>> = Object.assign({}, ...drafts.map(factsOf));
  for (const list of ["skills", "interests", "tags"] as const) {
    const words = new Set(drafts.flatMap((draft) => draft[list]).map((word) => word.toLowerCase()));
    if (words.size > 0) said[list] = [...words].sort().join("\n");
  }
  return new Map(
    FIELDS.flatMap((field): [Field, string][] =>
      said[field] === undefined ? [] : [[field, print([record, field, said[field]].join("\n"))]],
    ),
  );
}

/** Facts as they are compared: a name in other capitals is the same name, and so is a page written otherwise. */
const factsOf = ({ name, locale, details: { link, ...others } }: Draft): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(others).map(([field, value]) => [field, String(value)])),
  name: bare(name),
  ...(locale ? { locale } : {}),
  ...(link ? { link: normaliseLink(link) ?? link } : {}),
});

/** Fields of which a record says something else than it said last. */
export function newsIn(prints: Prints, record: string, print: Print): Set<Field> {
  const before = prints.get(record);
  return new Set([...print].flatMap(([field, value]) => (before?.get(field) === value ? [] : [field])));
}

/** The same with what a record says now. What it says nothing of any more stays as it was heard. */
export function withPrint(prints: Prints, record: string, print: Print): Prints {
  const others = [...prints].filter(([name]) => name !== record).slice(1 - MOST_RECORDS);
  return new Map([...others, [record, new Map([...(prints.get(record) ?? []), ...print])]]);
}

/** As it is kept with a profile: records with a space between, each its name and then letter and print of every field. */
export const written = (prints: Prints): string =>
  [...prints]
    .map(([record, fields]) => record + [...fields].map(([field, value]) => LETTERS[field] + value).join(""))
    .join(" ");

export const read = (text = ""): Prints => new Map(text.split(" ").filter(Boolean).map(recordIn));

function recordIn(text: string): [string, Print] {
  const fields = new Map<Field, string>();
  for (let at = LENGTH; at < text.length; at += LENGTH + 1) {
    const field = FIELDS.find((name) => LETTERS[name] === text[at]);
    if (field) fields.set(field, text.slice(at + 1, at + 1 + LENGTH));
  }
  return [text.slice(0, LENGTH), fields];
}
