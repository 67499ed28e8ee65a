import { html } from "hono/html";
import { frame } from "../frame/index.ts";
import { nameOf, type Visit, wordsOf } from "../frame/visit.ts";
import { told } from "./told.ts";

/** Asks once more before everything is deleted, and says what that means. */
export function erase(visit: Visit): Promise<string> {
  const words = wordsOf(visit).erase;
  const action = `?lang=${visit.locale}`;
  const main = html`<p>${words.lead(nameOf(visit))}</p>
<p class="quiet">${words.kept}</p>
<p><strong>${words.warning}</strong></p>
<form method="post" action="${action}"><input type="hidden" name="action" value="erase-confirm"><div class="go"><button class="harm">${words.button}</button></div></form>
<p class="act"><a href="${action}">${words.back}</a></p>`;
  return frame(visit, { title: words.title, main });
}

/** After deletion, and whenever somebody comes back to settings that are no more. */
export function erased(visit: Visit): Promise<string> {
  const words = wordsOf(visit).erased;
  return told(visit, { ...words, act: { words: words.act, href: `/join?lang=${visit.locale}` } });
}
