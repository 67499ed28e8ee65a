import iconv from "iconv-lite";

/** A file of people as a recruiter might have it, and what has to come of it. */
export interface PeopleFile {
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly expected: Expected;
}

export interface Expected {
  readonly rows: number;
  readonly new: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly withoutAddress: number;
  readonly secondTaken: number;
  /** On legitimate interest, in a country that asks for consent. */
  readonly needsConsent: number;
  /** People who may be written to and can be: consent, or legitimate interest where that is enough. */
  readonly mailable: number;
}

interface Wanted {
  readonly rows?: number;
  readonly encoding?: "utf-8" | "windows-1252";
  /** Today, by the clock of the test. */
  readonly today: Date;
  /** Makes other people of it. */
  readonly domain?: string;
}

const HEADER = [
  ["Vorname", "Nachname", "E-Mail", "Zweite E-Mail", "Telefon", "Firma", "Position", "Ort", "Land"],
  ["Interessen", "Schlagworte", "Profil", "Quelle", "Rechtsgrundlage", "Einwilligung am", "Einwilligung Ort"],
  ["Sprache", "Interne Nummer"],
].flat();

const FIRST = ["Anna", "Jürgen", "Käthe", "Miguel", "Zoë", "Søren", "Chloé", "Łukasz", "Inês", "Björn"];
const LAST = [
  "Müller",
  "Groß",
  "Øster",
  "Peña",
  "Ångström",
  "O'Neill",
  "von Thun",
  "Çelik",
  "Dvorak",
  "Smith",
];
const TITLES = ["Krankenpflegerin", "Theatre nurse", "Midwife", "Ärztin", "Physiotherapist"];
const CITIES = ["Leipzig", "Lisboa", "Zürich", "Málaga", "Wien", "Lyon"];
/** With whether legitimate interest is enough there. */
const COUNTRIES = [
  ["Portugal", true],
  ["Schweiz", true],
  ["Deutschland", false],
  ["Spain", true],
  ["AT", false],
  ["", false],
] as const;
const INTERESTS = ["Pflege", "Intensivpflege, Anästhesie", "OP", "Ambulant"];

type Row = Record<string, string>;

const letters = (n: number) => n.toString(36).replace(/\d/g, (digit) => "abcdefghij"[Number(digit)] ?? "");
const of = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

function person(
  n: number,
  domain: string,
  givenOn: string,
): { row: Row; mailable: boolean; needsConsent: boolean } {
  const [country, enough] = of(COUNTRIES, n);
  const ground = of(["Einwilligung", "berechtigtes Interesse", ""], Math.floor(n / 6));
  const consents = ground === "Einwilligung";
  const row: Row = {
    Vorname: of(FIRST, n),
    Nachname: `${of(LAST, Math.floor(n / 10))}-${letters(n)}`,
    "E-Mail": `person.${n}@${domain}`,
    Telefon: n % 4 === 0 ? `+49 341 ${100_000 + n}` : "",
    Firma: n % 3 === 0 ? "Klinik Süd; Haus 2" : "St. Georg",
    Position: n % 25 === 0 ? `${of(TITLES, n)}\n"Nachtdienst"` : of(TITLES, n),
    Ort: of(CITIES, n),
    Land: country,
    Interessen: of(INTERESTS, n),
    Schlagworte: n % 7 === 0 ? "Messe 2025" : "",
    Rechtsgrundlage: ground,
    Quelle: ground === "berechtigtes Interesse" ? "Fachmesse Pflege, Messestand" : "",
    "Einwilligung am": consents ? givenOn : "",
    "Einwilligung Ort": consents ? "Karrieretag Leipzig" : "",
    Sprache: n % 5 === 0 ? "Englisch" : "",
    "Interne Nummer": String(n),
  };
  const interest = ground === "berechtigtes Interesse";
  return { row, mailable: consents || (interest && enough), needsConsent: interest && !enough };
}

/** What each wrong row has wrong. */
const SPOILED: readonly Row[] = [
  ...["anna@", "@example.org", "anna example.org"].map((typed) => ({ "E-Mail": typed })),
  ...[1, 2].map(() => ({ Vorname: "", Nachname: "" })),
  ...["mündlich", "???"].map((ground) => ({ Rechtsgrundlage: ground })),
  ...["", "31.02.2025"].map((on) => ({ Rechtsgrundlage: "Einwilligung", "Einwilligung am": on })),
  { "Interne Nummer": '1";"zu viel' },
];

const german = (date: Date) => date.toISOString().slice(0, 10).split("-").reverse().join(".");

/**
 * Semicolons, quoted line breaks and quotation marks. Of every hundred rows: four without an address, two with a second one of their own,
 * one whose second address is somebody else's first, one that repeats somebody in capitals; and ten that can't be read.
 */
export function peopleFile({
  rows = 5000,
  encoding = "utf-8",
  today,
  domain = "people.example",
}: Wanted): PeopleFile {
  const givenOn = german(new Date(today.getTime() - 100 * 86_400_000));
  const sum = { withoutAddress: 0, secondTaken: 0, needsConsent: 0, mailable: 0, unchanged: 0 };
  const written: Row[] = [];
  for (let n = 0; n < rows - SPOILED.length; n++) {
    const { row, mailable, needsConsent } = person(n, domain, givenOn);
    const place = n % 100;
    if (place === 99) {
      const { row: earlier } = person(n - 50, domain, givenOn);
      written.push({ ...earlier, "E-Mail": String(earlier["E-Mail"]).toUpperCase() });
      sum.unchanged += 1;
      continue;
    }
    const silent = place < 4;
    if (silent)
      Object.assign(row, { "E-Mail": "", Profil: `https://www.linkedin.com/in/person-${n}-${domain}/` });
    if (place === 10 || place === 60) row["Zweite E-Mail"] = `second.${n}@${domain}`;
    if (place === 20) row["Zweite E-Mail"] = `person.${n + 3}@${domain}`;
    sum.withoutAddress += silent ? 1 : 0;
    sum.secondTaken += place === 20 ? 1 : 0;
    sum.needsConsent += needsConsent ? 1 : 0;
    sum.mailable += mailable && !silent ? 1 : 0;
    written.push(row);
  }
  const spoiled = SPOILED.map((fault, at) => ({ ...person(rows + at, domain, givenOn).row, ...fault }));
  const table = [...written, ...spoiled];
  const counts = { rows, rejected: SPOILED.length, new: written.length - sum.unchanged };
  return { fileName: "kandidaten.csv", bytes: encoded(table, encoding), expected: { ...counts, ...sum } };
}

function encoded(rows: readonly Row[], encoding: "utf-8" | "windows-1252"): Buffer {
  const lines = [HEADER, ...rows.map((row) => HEADER.map((name) => row[name] ?? ""))].map((cells) =>
    cells.map(quoted).join(";"),
  );
  return iconv.encode(`${lines.join("\r\n")}\r\n`, encoding, { addBOM: encoding === "utf-8" });
}

/** The one cell that breaks out of its marks is written as it is. */
const quoted = (cell: string) => {
  if (cell.includes('";"')) return `"${cell}"`;
  return /[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
};
