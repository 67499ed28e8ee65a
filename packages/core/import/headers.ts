import { REPEATABLE, type Target } from "./import.schema.ts";

/** What columns are called in English and German files: of LinkedIn, Gem, Greenhouse, Lever, Excel, and by hand. */
const WORDS: Readonly<Record<Exclude<Target, "ignore">, string>> = {
  name: "name, full name, candidate, candidate name, vollständiger name, vor- und nachname, kandidat, kandidatin, bewerber",
  firstName: "first name, firstname, given name, forename, vorname, rufname",
  lastName: "last name, lastname, surname, family name, nachname, familienname, zuname",
  email:
    "email, e-mail, email address, mail, e-mail address, primary email, work email, e-mail-adresse, mailadresse, emailadresse, e-mail 1, email 1, e-mail privat, private email, personal email",
  secondEmail:
    "second email, secondary email, other email, alternative email, email 2, e-mail 2, zweite e-mail, zweite e-mail-adresse, weitere e-mail, alternative e-mail, e-mail geschäftlich",
  phone:
    "phone, phone number, mobile, mobile phone, telephone, tel, telefon, telefonnummer, handy, mobil, mobilnummer, rufnummer",
  link: "url, link, profile, profile url, linkedin, linkedin url, linkedin profile, public profile url, social media, website, profil, profillink, profil-link, xing, xing-profil, webseite",
  title:
    "title, job title, position, role, current title, headline, berufsbezeichnung, beruf, stelle, titel, funktion, jobtitel, aktuelle position",
  company:
    "company, employer, organization, organisation, current company, company name, firma, unternehmen, arbeitgeber, aktueller arbeitgeber",
  city: "city, town, location, place, ort, stadt, wohnort, standort",
  country: "country, country code, land, staat, ländercode, wohnland",
  language: "language, locale, preferred language, sprache, korrespondenzsprache",
  skills: "skills, skill, competences, expertise, fähigkeiten, kenntnisse, kompetenzen, qualifikationen",
  interests:
    "interests, interest, interested in, fields of interest, interessen, interesse, interessengebiete, fachbereich",
  tags: "tags, tag, labels, keywords, schlagworte, schlagwörter, schlagwort, stichworte, markierungen",
  experienceYears:
    "years of experience, experience years, experience, years, berufserfahrung, erfahrung, berufsjahre, erfahrung in jahren, jahre erfahrung",
  openFrom:
    "open from, available from, availability, verfügbar ab, verfügbar, wechselbereit ab, frei ab, start date",
  ground: "ground, legal ground, legal basis, lawful basis, rechtsgrundlage, grundlage, basis",
  source: "source, sources, origin, lead source, quelle, herkunft, datenquelle",
  consentOn:
    "consent date, consent on, consented on, consent given on, opt-in date, einwilligung am, einwilligungsdatum, datum der einwilligung, einwilligung datum",
  consentPlace:
    "consent place, consent given at, consent at, opt-in place, einwilligung ort, ort der einwilligung, einwilligungsort, einwilligung wo",
};

const LETTERS: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

/** A word as it is compared: lower case, umlauts written out, nothing but letters and digits. */
export const bare = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFC")
    .replace(/[äöüß]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]/gu, "");

const TARGETS: ReadonlyMap<string, Target> = new Map(
  Object.entries(WORDS).flatMap(([target, words]) =>
    words.split(",").map((word) => [bare(word), target as Target]),
  ),
);

export const targetOf = (header: string): Target | undefined => TARGETS.get(bare(header));

const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** What each column most likely is. A second column of addresses is the second address; what nobody knows is ignored. */
export function propose(headers: readonly string[], samples: readonly (readonly string[])[]): Target[] {
  const taken = new Set<Target>();
  const take = (target: Target): Target => {
    const free = REPEATABLE.has(target) || !taken.has(target);
    const given = free ? target : target === "email" && !taken.has("secondEmail") ? "secondEmail" : "ignore";
    taken.add(given);
    return given;
  };
  const named = headers.map((header) => {
    const target = targetOf(header);
    return target && take(target);
  });
  return named.map((target, column) => target ?? (isAddresses(samples[column]) ? take("email") : "ignore"));
}

const isAddresses = (samples: readonly string[] = []) =>
  samples.length > 0 && samples.every((sample) => ADDRESS.test(sample));
