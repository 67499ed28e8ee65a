import type { Settings } from "../../organisation/organisation.schema.ts";
import type { Locale } from "../../text.ts";
import { LAYOUT } from "../layout/layout.html.ts";
import type { Wording } from "../template.schema.ts";
import { escapeHtml } from "./escape.ts";
import { type Footer, footerOf } from "./footer.ts";
import { toHtml } from "./markdown.ts";
import { type Merged, merge } from "./merge.ts";
import { type Notice, noticeOf } from "./notice.ts";
import { toText } from "./plain.ts";
import { literal, oneLine, plainData } from "./values.ts";

export type { Footer };

export interface Input {
  /** Subject and Markdown body, both Liquid. */
  readonly wording: Wording;
  /** What the wording may name; `organisation.name` is there by itself. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly locale: Locale;
  readonly organisation: Settings;
  readonly footer: Footer;
  /** What she is owed to be told, under the words of the template; no template can take it away. */
  readonly notice?: Notice;
}

export interface Mail {
  readonly ok: true;
  /** One line, without control characters. */
  readonly subject: string;
  /** A whole document. */
  readonly html: string;
  readonly text: string;
}

/** Why there is no mail: values that she has not given, or faults in the template itself. */
export interface Held {
  readonly ok: false;
  readonly missing: readonly string[];
  readonly problems: readonly string[];
}

/** Makes one person's mail of a wording. Pure: the same input gives the same mail. */
export function render({ wording, values, locale, organisation, footer, notice }: Input): Mail | Held {
  const data = plainData({ ...values, organisation: { name: organisation.name } });
  const subject = merge(wording.subject, data, oneLine);
  const body = merge(wording.body, data, literal);
  const faults = faultsOf(subject, body);
  if (faults) return { ok: false, ...faults };

  const title = oneLine(subject.text);
  const content = toHtml(body.text, untracked(footer, organisation));
  const told = notice && noticeOf(notice, locale, organisation);
  const under = footerOf(footer, locale, organisation);
  const html = fill(
    { lang: locale, title, organisation: organisation.name },
    { content: told ? `${content}\n${told.html}` : content, footer: under.html },
  );
  const parts = [toText(content), ...(told ? [told.text] : []), `-- \n${under.text}\n`];
  return { ok: true, subject: title, html, text: parts.join("\n\n") };
}

/** Links about permission and privacy are nobody's figure: all of a service mail's, and the footer's wherever they stand. */
function untracked(footer: Footer, { privacyUrl }: Settings): (url: string) => boolean {
  if (footer.kind === "service") return () => true;
  return (url) => [footer.unsubscribeUrl, footer.preferencesUrl, privacyUrl].includes(url);
}

function faultsOf(subject: Merged, body: Merged): Omit<Held, "ok"> | undefined {
  const named = (part: string, merged: Merged) => merged.problems.map((problem) => `${part}, ${problem}`);
  const missing = [...new Set([...subject.missing, ...body.missing])];
  const problems = [...named("Subject", subject), ...named("Body", body)];
  if (missing.length + problems.length > 0) return { missing, problems };
  const empty = [
    oneLine(subject.text) ? [] : "The subject is empty",
    body.text.trim() ? [] : "The body is empty",
  ];
  return empty.flat().length > 0 ? { missing, problems: empty.flat() } : undefined;
}

/** Fills the layout's places: words escaped, what is HTML already as it is. */
function fill(words: Readonly<Record<string, string>>, markup: Readonly<Record<string, string>>): string {
  return LAYOUT.replace(/%%(\w+)%%/g, (_, place: string) => markup[place] ?? escapeHtml(words[place] ?? ""));
}
