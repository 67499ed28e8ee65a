import { html } from "hono/html";
import { frame } from "../frame/index.ts";
import { here, nameOf, type Visit, wordsOf } from "../frame/visit.ts";
import { path } from "./path.ts";
import { told } from "./told.ts";

/** The confirmation link's page: it shows, its button confirms, because mail scanners open every link. */
export function confirm(visit: Visit, view: { readonly tracking: boolean }): Promise<string> {
  const words = wordsOf(visit).confirm;
  const main = html`<p>${words.lead(nameOf(visit))}</p>
${view.tracking && html`<p>${words.tracking}</p>`}
<form method="post" action="${here(visit, visit.locale)}"><div class="go"><button>${words.button}</button></div></form>
<p class="go quiet">${words.undo}</p>`;
  return frame(visit, { title: words.title, main, above: path(visit, 2) });
}

/** The same link, opened again later. The button does what it did before and leads to the settings. */
export function already(visit: Visit): Promise<string> {
  const words = wordsOf(visit).already;
  const main = html`<p>${words.happened}</p>
<form method="post" action="${here(visit, visit.locale)}"><div class="go"><button class="pale">${words.button}</button></div></form>`;
  return frame(visit, { title: words.title, main, above: path(visit, 3) });
}

/** After the button. */
export function confirmed(visit: Visit, view: { readonly preferences: string }): Promise<string> {
  const words = wordsOf(visit).confirmed;
  return told(visit, {
    ...words,
    happened: words.happened(nameOf(visit)),
    act: { words: words.act, href: view.preferences },
    above: path(visit, 3),
  });
}
