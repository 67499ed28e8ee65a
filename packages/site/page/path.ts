import { html } from "hono/html";
import type { Html } from "../frame/index.ts";
import { type Visit, wordsOf } from "../frame/visit.ts";

/** How far she is on the way in: the form, the mail, the talent community. */
export function path(visit: Visit, done: 1 | 2 | 3): Html {
  const words = wordsOf(visit).path;
  const steps = [words.form, words.mail, words.joined];
  const step = (name: string, at: number) =>
    html`<li class="${at < done ? "done" : "open"}"${at === done - 1 ? html` aria-current="step"` : ""}>${name}</li>`;
  return html`<ol class="path" aria-label="${words.aria}">${steps.map(step)}</ol>`;
}
