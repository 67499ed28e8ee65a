import type { Settings } from "../../organisation/organisation.schema.ts";
import type { Locale } from "../../text.ts";
import { escapeHtml } from "./escape.ts";
import { de } from "./strings.de.ts";
import { en } from "./strings.en.ts";

/**
 * What somebody must be told in the first mail when she did not give us her data herself (GDPR art. 14(1)-(3) and 21(4)): where we have
 * it from and since when, why we write, and how she objects.
 */
export interface Notice {
  /** In the words of whoever brought the data. */
  readonly source: string;
  readonly obtainedAt: string;
  /** One press ends it. */
  readonly objectUrl: string;
}

const STRINGS = { en, de };

interface Words {
  readonly title: string;
  readonly from: (name: string, source: string, day: string) => string;
  readonly why: (name: string) => string;
  readonly object: (email: string) => string;
  readonly link: string;
}

const WORDS: Readonly<Record<Locale, Words>> = {
  en: {
    title: "Where we have your data from",
    from: (name, source, day) =>
      `You did not give us your data yourself. ${name} has your name, your address and what it knows of your work from: ${source}, since ${day}.`,
    why: (name) =>
      `We keep it, and write to you, to tell you about work at ${name} that may suit you. That is our legitimate interest, or the consent you gave there (Art. 6(1) GDPR). You may ask what we hold, and have it corrected or deleted.`,
    object: (email) =>
      `You can object at any time, without giving a reason: with the link below, or by writing to ${email}.`,
    link: "I object",
  },
  de: {
    title: "Woher wir Ihre Daten haben",
    from: (name, source, day) =>
      `Sie haben uns Ihre Daten nicht selbst gegeben. ${name} hat Ihren Namen, Ihre Adresse und Angaben zu Ihrem Beruf aus: ${source}, seit ${day}.`,
    why: (name) =>
      `Wir speichern sie und schreiben Ihnen, um Sie auf passende Arbeit bei ${name} hinzuweisen. Das ist unser berechtigtes Interesse oder beruht auf Ihrer dort gegebenen Einwilligung (Art. 6 Abs. 1 DSGVO). Sie können Auskunft, Berichtigung und Löschung verlangen.`,
    object: (email) =>
      `Sie können jederzeit ohne Begründung widersprechen: mit dem Link hier oder mit einer Nachricht an ${email}.`,
    link: "Ich widerspreche",
  },
};

/** The block in both parts of a mail. It stands outside of what a template can say, and its link is never tracked. */
export function noticeOf({ source, obtainedAt, objectUrl }: Notice, locale: Locale, organisation: Settings) {
  const { name, privacyEmail, privacyUrl, zone } = organisation;
  const { title, from, why, object, link } = WORDS[locale];
  const { privacy } = STRINGS[locale];
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: zone }).format(
    new Date(obtainedAt),
  );
  const lines = [from(name, source, day), why(name), object(privacyEmail)];
  const links = [
    { words: link, url: objectUrl },
    { words: privacy, url: privacyUrl },
  ];
  return {
    html: [
      `<p style="margin:24px 0 8px"><strong>${escapeHtml(title)}</strong></p>`,
      ...lines.map((words) => `<p style="margin:0 0 8px">${escapeHtml(words)}</p>`),
      `<p style="margin:0 0 8px">${links.map(linked).join(" &nbsp; ")}</p>`,
    ].join("\n"),
    text: [title, ...lines, links.map(({ words, url }) => `${words}: ${url}`).join("\n")].join("\n\n"),
  };
}

const linked = ({ words, url }: { words: string; url: string }) =>
  `<a ses:no-track class="link" href="${escapeHtml(url)}">${escapeHtml(words)}</a>`;
