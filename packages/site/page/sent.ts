import { type Visit, wordsOf } from "../frame/visit.ts";
import { path } from "./path.ts";
import { told } from "./told.ts";

/** After the form: look in your inbox. The same for every address, known or not. */
export function sent(
  visit: Visit,
  view: { readonly email?: string | undefined; readonly form: string },
): Promise<string> {
  const words = wordsOf(visit).sent;
  return told(visit, {
    ...words,
    happened: words.happened(view.email),
    act: { words: words.act, href: `${view.form}?lang=${visit.locale}` },
    above: path(visit, 1),
  });
}
