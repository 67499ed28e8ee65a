import type { Locale } from "@perennial/core/text.ts";
import { html, raw } from "hono/html";
import { STRINGS } from "../strings.ts";
import { STYLE } from "./style.ts";
import { here, nameOf, type Visit, wordsOf } from "./visit.ts";

/** A piece of a page. Every value in it is escaped unless it is such a piece itself. */
export type Html = ReturnType<typeof html>;

export interface Content {
  readonly title: string;
  readonly main: Html;
  /** Stands above the title. */
  readonly above?: Html | undefined;
  /** Search engines may list it; never so for a page whose address holds a token. */
  readonly indexable?: boolean;
}

/** A whole page around its content: readable without style, without script, with nothing from elsewhere. */
export async function frame(
  visit: Visit,
  { title, main, above, indexable = false }: Content,
): Promise<string> {
  const page = await html`<!doctype html>
<html lang="${visit.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${nameOf(visit)}</title>
${indexable ? "" : html`<meta name="robots" content="noindex">`}
<style>${raw(STYLE)}</style>
</head>
<body>
${head(visit)}
<main>
${above}
<h1>${title}</h1>
${main}
</main>
${foot(visit)}
</body>
</html>
`;
  return page.toString();
}

function head(visit: Visit): Html {
  return html`<header>
<div class="host"><p class="name">${nameOf(visit)}</p>
${languages(visit)}</div>
</header>`;
}

function languages(visit: Visit): Html | string {
  const others = visit.languages.filter((locale) => locale !== visit.locale);
  if (others.length === 0) return "";
  const link = (locale: Locale) =>
    html`<a href="${here(visit, locale)}" hreflang="${locale}" lang="${locale}">${STRINGS[locale].language.name}</a>`;
  return html`<nav aria-label="${wordsOf(visit).language.choose}">${others.map(link)}</nav>`;
}

function foot(visit: Visit): Html | string {
  const { host } = visit;
  if (!host) return "";
  const words = wordsOf(visit).footer;
  const links = html`<a href="${host.privacyUrl}">${words.privacy}</a>
${host.imprintUrl && html`<a href="${host.imprintUrl}">${words.imprint}</a>`}
<a href="mailto:${host.privacyEmail}">${words.questions}</a>`;
  return html`<footer><p>${links}<span>Perennial</span></p></footer>`;
}
