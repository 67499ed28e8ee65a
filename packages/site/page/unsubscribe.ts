import { html } from "hono/html";
import { frame } from "../frame/index.ts";
import { here, nameOf, type Visit, wordsOf } from "../frame/visit.ts";
import { told } from "./told.ts";

/** The unsubscribe link's page: one button, nothing to log in to, nothing to explain. */
export function unsubscribe(visit: Visit): Promise<string> {
  const words = wordsOf(visit).unsubscribe;
  const main = html`<p>${words.lead(nameOf(visit))}</p>
<p class="quiet">${words.note}</p>
<form method="post" action="${here(visit, visit.locale)}"><input type="hidden" name="from" value="page"><div class="go"><button>${words.button}</button></div></form>`;
  return frame(visit, { title: words.title, main });
}

/** After the button. `preferences` leads back; the link of a very old mail does not, and the form does instead. */
export function unsubscribed(
  visit: Visit,
  { kept, preferences }: { readonly kept: boolean; readonly preferences?: string | undefined },
): Promise<string> {
  const { gone, old, act, form, ...words } = wordsOf(visit).unsubscribed;
  const happened = words.happened(nameOf(visit));
  if (!kept) return told(visit, { ...words, happened, next: gone, undo: undefined });
  if (preferences) return told(visit, { ...words, happened, act: { words: act, href: preferences } });
  const again = { words: form, href: `/join?lang=${visit.locale}` };
  return told(visit, { ...words, happened, undo: old, act: again });
}
