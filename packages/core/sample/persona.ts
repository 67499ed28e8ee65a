import { derivedId } from "../id.ts";
import type { Locale } from "../text.ts";
import { type Dice, dice } from "./dice.ts";
import { ORIGINS } from "./origins.ts";
import { FILES, PLACES, TAGS, TRADES } from "./trades.ts";

const DAY_MS = 86_400_000;
const YEARS_DAYS = 725;

/** Who the n-th sample person is; what happens to her is told by her life. */
export interface Persona {
  readonly n: number;
  readonly candidateId: string;
  readonly name: string;
  readonly locale: Locale;
  readonly country: string;
  readonly city: string;
  readonly trade: string;
  readonly title: string;
  readonly company: string;
  readonly skills: readonly string[];
  readonly tags: readonly string[];
  readonly experienceYears: number;
  readonly openFrom?: string;
  /** On a domain that can't exist (RFC 2606). */
  readonly email?: string;
  readonly link?: string;
  readonly arrivedAt: Date;
  readonly way:
    | { readonly kind: "form"; readonly tracking: boolean }
    | { readonly kind: "import"; readonly file: string; readonly ground?: "consent" | "legitimate_interest" };
  /** How readily she opens and clicks, from 0 to 1. */
  readonly warmth: number;
}

export const idOf = (n: number): string => derivedId("cnd", "sample", n);

/** The same person for the same beginning, however often she is asked for. */
export function persona(n: number, begunAt: Date): Persona {
  const luck = dice("sample", n);
  const [origin, place, trade] = [weighed(ORIGINS, luck), weighed(PLACES, luck), weighed(TRADES, luck)];
  const [given, family] = [luck.of(origin.given), luck.of(origin.family)];
  const years = Math.round(luck.roll() ** 1.4 * 32);
  const way = wayOf(luck, place.country);
  const reachable = way.kind === "form" || luck.chance(0.8);
  const handle = `${plain(given)}.${plain(family)}.${n}`;
  return {
    n,
    candidateId: idOf(n),
    name: `${given} ${family}`,
    locale: ["DE", "AT", "CH"].includes(place.country) ? "de" : "en",
    country: place.country,
    city: luck.of(place.cities),
    trade: trade.interest,
    title: luck.of(trade.titles),
    company: luck.of(trade.companies),
    skills: luck.some(trade.skills, luck.between(2, 5)),
    tags: luck.chance(0.35) ? luck.some(TAGS, luck.between(1, 2)) : [],
    experienceYears: years,
    ...(luck.chance(0.25) ? { openFrom: dayAfter(begunAt, luck.between(-60, 240)) } : {}),
    ...(reachable ? { email: `${handle}@post.example` } : {}),
    ...(reachable && luck.chance(0.7) ? {} : { link: `https://people.example/${handle}` }),
    arrivedAt: way.kind === "form" ? arrival(luck, begunAt) : readIn(way.file, n, begunAt),
    way,
    warmth: luck.roll() ** 1.5,
  };
}

/** Germany and Austria ask for consent before one writes; elsewhere an interest may do. */
function wayOf(luck: Dice, country: string): Persona["way"] {
  if (luck.chance(0.66)) return { kind: "form", tracking: luck.chance(0.6) };
  const file = luck.of(FILES).name;
  if (luck.chance(0.3)) return { kind: "import", file, ground: "consent" };
  const strict = country === "DE" || country === "AT";
  return luck.chance(strict ? 0.25 : 0.8)
    ? { kind: "import", file, ground: "legitimate_interest" }
    : { kind: "import", file };
}

/** More and more over two years, in the daytime. */
function arrival(luck: Dice, begunAt: Date): Date {
  const days = Math.floor(luck.roll() ** 1.4 * YEARS_DAYS) + 1;
  const day = new Date(begunAt.getTime() - days * DAY_MS);
  day.setUTCHours(luck.between(6, 20), luck.between(0, 59), luck.between(0, 59), 0);
  return day;
}

export const importOf = (file: string): string => derivedId("imp", "sample", file);

/** When a file was read in. */
export function importedAt(file: string, begunAt: Date): Date {
  const { daysAgo = 1 } = FILES.find(({ name }) => name === file) ?? {};
  const day = new Date(begunAt.getTime() - daysAgo * DAY_MS);
  day.setUTCHours(10, 12, 0, 0);
  return day;
}

/** One row after the other. */
const readIn = (file: string, n: number, begunAt: Date) =>
  new Date(importedAt(file, begunAt).getTime() + n * 30);

function weighed<T extends { readonly weight: number }>(list: readonly T[], luck: Dice): T {
  const sum = list.reduce((total, { weight }) => total + weight, 0);
  let left = luck.roll() * sum;
  const found = list.find(({ weight }) => {
    left -= weight;
    return left < 0;
  });
  return found ?? luck.of(list);
}

const dayAfter = (from: Date, days: number) =>
  new Date(from.getTime() + days * DAY_MS).toISOString().slice(0, 10);

/** Letters and digits as an address may have them. */
const plain = (name: string) =>
  name
    .normalize("NFKD")
    .replaceAll("ı", "i")
    .replaceAll("ß", "ss")
    .replaceAll(/[łŁ]/g, "l")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, "");
