import type { Person } from "@perennial/core/candidate/views.ts";
import { country } from "../../words/countries.ts";
import { plainDay } from "../../words/dates.ts";
import { languageName } from "../../words/languages.ts";
import { STAGES } from "../../words/stages.ts";
import type { Edits } from "../use-person-acts.ts";

export type Name = Exclude<keyof Edits, undefined>;
export type Kind =
  | "text"
  | "number"
  | "date"
  | "link"
  | "words"
  | "stage"
  | "country"
  | "language"
  | "colleague";

/** A fact that can be changed in place. */
export interface Field {
  readonly name: Name;
  readonly label: string;
  /** As in "Changed title of Ada"; the label if absent. */
  readonly said?: string;
  readonly kind: Kind;
  /** Always there: it can be changed, not taken away. */
  readonly kept?: true;
}

export const FIELDS: readonly Field[] = [
  { name: "stage", label: "Stage", kind: "stage", kept: true },
  { name: "owner", label: "Looked after by", said: "the colleague", kind: "colleague" },
  { name: "tags", label: "Tags", kind: "words" },
  { name: "name", label: "Name", kind: "text", kept: true },
  { name: "title", label: "Title", kind: "text" },
  { name: "company", label: "Company", kind: "text" },
  { name: "city", label: "City", kind: "text" },
  { name: "country", label: "Country", kind: "country" },
  { name: "experienceYears", label: "Years of experience", kind: "number" },
  { name: "openFrom", label: "Open to move from", said: "when to move", kind: "date" },
  { name: "interests", label: "Interested in", said: "interests", kind: "words" },
  { name: "skills", label: "Skills", kind: "words" },
  { name: "phone", label: "Telephone", kind: "text" },
  { name: "link", label: "Profile page", kind: "link" },
  { name: "locale", label: "Language", kind: "language", kept: true },
];

/** The value as it is typed: several words as a list, all else as text; empty when not known. */
export function typedOf(person: Person, { name }: Field): string | readonly string[] {
  if (name === "owner") return person.owner?.recruiterId ?? "";
  const value = person[name];
  if (value === undefined) return "";
  return typeof value === "number" ? String(value) : value;
}

/** What was typed as the API takes it; `null` takes the fact away. */
export function editOf({ name, kind }: Field, typed: string | readonly string[]): Edits {
  if (typeof typed !== "string") return { [name]: [...typed] };
  const text = typed.trim();
  if (text === "") return { [name]: null };
  return { [name]: kind === "number" ? Number(text.replace(",", ".")) : text };
}

/** The value as it is read; undefined when not known. */
export function wordsOf(person: Person, field: Field): string | undefined {
  if (field.name === "owner") return person.owner?.name;
  const typed = typedOf(person, field);
  if (typeof typed !== "string") return typed.length > 0 ? typed.join(", ") : undefined;
  if (typed === "") return undefined;
  if (field.kind === "stage") return STAGES[person.stage];
  if (field.kind === "language") return languageName(person.locale);
  if (field.kind === "country") return country(typed);
  if (field.kind === "date") return plainDay(typed);
  return typed;
}
