import { MOST_WORDS as MOST_KEPT } from "../candidate/candidate.schema.ts";
import { EmailAddress, normalise } from "../candidate/email-address.ts";
import { normaliseLink } from "../candidate/link.ts";
import type { Ground } from "../gate/gate.schema.ts";
import type { Locale } from "../text.ts";
import { countryOf } from "./countries.ts";
import { dateOf, type Order } from "./dates.ts";
import type { GroundChoice, Mapping, Target } from "./import.schema.ts";
import type { Note, Rejection } from "./reasons.ts";
import { cut, distinct, groundOf, isDamaged, listOf, localeOf, oneLine, yearsOf } from "./values.ts";

/** What a row says of somebody, read and checked; nothing of it is known to be true of whom we have. */
export interface Draft {
  readonly name: string;
  /** As written; the first is the primary one. */
  readonly addresses: readonly string[];
  readonly details: Readonly<Details>;
  readonly skills: readonly string[];
  readonly interests: readonly string[];
  readonly tags: readonly string[];
  readonly locale?: Locale;
  readonly ground: Ground | "none";
  /** When and where consent was given. */
  readonly consent?: { readonly on: string; readonly place: string };
  readonly source?: string;
  readonly notes: readonly Note[];
}

interface Details {
  title?: string;
  company?: string;
  city?: string;
  country?: string;
  phone?: string;
  link?: string;
  experienceYears?: number;
  openFrom?: string;
}

export type Drafted = { readonly draft: Draft } | { readonly rejected: Rejection };

/** What a file's rows are read by. */
export interface Terms {
  readonly mapping: Mapping;
  readonly order: Order;
  /** Consent given later than this day, `2026-03-14`, is not given yet. */
  readonly today: string;
}

/** Reads one row. Pure: the same row and terms always give the same. */
export function drafted(row: readonly string[], terms: Terms): Drafted {
  const { columns, ground } = terms.mapping;
  if (row.length > columns.length && row.slice(columns.length).some((cell) => cell !== ""))
    return { rejected: "cells" };
  const cell = cellsOf(row, columns);
  const name = nameIn(cell);
  if (name === "") return { rejected: "name_missing" };
  if ([...name].length > LONGEST_NAME) return { rejected: "name_too_long" };
  const notes = new Set<Note>();
  const addresses = addressesOf(cell("email"), cell("secondEmail"), notes);
  if (typeof addresses === "string") return { rejected: addresses };
  const basis = basisOf(cell, ground, terms);
  if (typeof basis === "string") return { rejected: basis };
  const details = detailsOf(cell, terms.order, notes);
  const [skills, interests, tags] = (["skills", "interests", "tags"] as const).map((target) =>
    wordsOf(cell(target), notes),
  );
  const locale = localeOf(cell("language"));
  const lists = {
    skills: skills ?? [],
    interests: interests ?? [],
    tags: fitting([...terms.mapping.tags, ...(tags ?? [])], notes),
  };
  if (addresses.length === 0 && !(details.link && isPage(details.link))) notes.add("unrecognisable");
  return {
    draft: { name, addresses, details, ...lists, ...(locale ? { locale } : {}), ...basis, notes: [...notes] },
  };
}

const LONGEST_NAME = 200;

type Cell = (target: Target) => string;

export const nameIn = (cell: Cell): string =>
  oneLine(cell("name") || `${cell("firstName")} ${cell("lastName")}`);

/** What a row has for a target; several columns of words are one. */
export function cellsOf(row: readonly string[], columns: readonly Target[]): Cell {
  const places = placesOf(columns);
  return (target) => {
    const [first, ...others] = places.get(target) ?? [];
    if (first === undefined) return "";
    if (others.length === 0) return row[first] ?? "";
    return [first, ...others].flatMap((at) => row[at] || []).join("\n");
  };
}

const known = new WeakMap<readonly Target[], ReadonlyMap<Target, readonly number[]>>();

/** Where each target stands: looked for once a file, not once a cell. */
function placesOf(columns: readonly Target[]): ReadonlyMap<Target, readonly number[]> {
  const found = known.get(columns) ?? Map.groupBy(columns.keys(), (at) => columns[at] ?? "ignore");
  known.set(columns, found);
  return found;
}

const HTML_MAIL = /^mailto:/i;
/** What may be an address: people write several into a cell, with names and marks around them. */
export const words = (cell: string): string[] =>
  cell
    .split(/[\s,;|<>]+/)
    .map((part) => part.replace(HTML_MAIL, "").replace(/^['"]+|['"]+$/g, ""))
    .filter((part) => part !== "");

const MOST_ADDRESSES = 5;

/** Addresses of a row, each once. A bad first one rejects the row; a bad second one is left out. */
function addressesOf(first: string, second: string, notes: Set<Note>): string[] | Rejection {
  const named = words(first).filter((part) => part.includes("@"));
  if (first.trim() !== "" && named.length === 0) return "address_invalid";
  const good = new Map<string, string>();
  for (const [at, typed] of [...named, ...words(second)].entries()) {
    const { data, error } = EmailAddress.safeParse(typed);
    if (data) good.set(normalise(data) ?? data, good.get(normalise(data) ?? data) ?? data);
    else if (at === 0 && named.length > 0)
      return normalise(typed) && error ? "address_letters" : "address_invalid";
    else notes.add("second_invalid");
  }
  if (good.size > MOST_ADDRESSES) notes.add("shortened");
  return [...good.values()].slice(0, MOST_ADDRESSES);
}

/** On what ground she may be written to, and where her data is from. */
function basisOf(cell: Cell, chosen: GroundChoice, { order, today }: Terms) {
  const ground = chosen.by === "column" ? groundOf(cell("ground")) : chosen.by;
  if (ground === undefined) return "ground_unknown" as const;
  const source = cut(oneLine(cell("source")), LONGEST_SOURCE) || chosen.source;
  const from = source ? { source } : {};
  if (ground !== "consent") return { ground, ...from };
  const typed = cell("consentOn");
  const on = typed ? dateOf(typed, order) : chosen.consentOn;
  const place = cut(oneLine(cell("consentPlace")), LONGEST_SOURCE) || chosen.consentPlace;
  if ((typed && !on) || (on && on > today)) return "consent_date" as const;
  return on && place ? { ground, consent: { on, place }, ...from } : ("consent_incomplete" as const);
}

const LONGEST_SOURCE = 200;

export function detailsOf(cell: Cell, order: Order, notes: Set<Note>): Details {
  const text = (target: Target, max = 120) => {
    const line = oneLine(cell(target));
    if (line.length > max && [...line].length > max) notes.add("shortened");
    return cut(line, max) || undefined;
  };
  const read = <T>(target: Target, of: (typed: string) => T | undefined, otherwise: Note): T | undefined => {
    const typed = cell(target);
    const value = typed ? of(typed) : undefined;
    if (typed && value === undefined) notes.add(otherwise);
    return value;
  };
  const found = {
    title: text("title"),
    company: text("company"),
    city: text("city"),
    country: read("country", countryOf, "country_unknown"),
    phone: read("phone", phoneOf, "phone_damaged"),
    link: read("link", linkOf, "link_invalid"),
    experienceYears: read("experienceYears", yearsOf, "value_unread"),
    openFrom: read("openFrom", (typed) => dateOf(typed, order), "value_unread"),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/** Marks of direction come along with copied numbers, sometimes alone. */
const phoneOf = (typed: string) =>
  isDamaged(typed.trim()) ? undefined : cut(oneLine(typed), 40) || undefined;

const LONGEST_LINK = 500;

/** A web address as it can be opened: with its scheme, which people leave out. */
export function linkOf(typed: string): string | undefined {
  const text = typed.trim();
  const url = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  const fits = !/[\s\p{Cc}\p{Cs}]/u.test(url) && url.length <= LONGEST_LINK && URL.canParse(url);
  return fits && new URL(url).hostname.includes(".") ? url : undefined;
}

const PROFILES = /^(linkedin\.com\/(in|pub)\/|xing\.com\/profile\/|github\.com\/[^/]+$)/;

/** Where one page is one person's. Any other may be her firm's, or its team's: it does not say who she is. */
export const isPage = (link: string): boolean => PROFILES.test(normaliseLink(link) ?? "");

function wordsOf(cell: string, notes: Set<Note>): string[] {
  const words = listOf(cell);
  if (words.length > MOST_WORDS || words.some((word) => [...word].length > LONGEST_WORD))
    notes.add("shortened");
  return words.slice(0, MOST_WORDS).map((word) => cut(word, LONGEST_WORD));
}

/** Words of the row after those of the file, as many as a profile holds. */
function fitting(words: readonly string[], notes: Set<Note>): string[] {
  const all = distinct(words);
  if (all.length > MOST_KEPT) notes.add("shortened");
  return all.slice(0, MOST_KEPT);
}

const MOST_WORDS = 20;
const LONGEST_WORD = 80;
