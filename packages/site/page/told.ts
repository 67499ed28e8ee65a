import { html } from "hono/html";
import { frame, type Html } from "../frame/index.ts";
import type { Visit } from "../frame/visit.ts";

/** A page that says what happened, what comes next and how to undo it. */
export interface Told {
  readonly title: string;
  readonly happened: string | readonly string[];
  readonly next: string;
  readonly undo?: string | undefined;
  /** The one way on. */
  readonly act?: { readonly words: string; readonly href: string } | undefined;
  /** Stands above the title. */
  readonly above?: Html | undefined;
  /** Stands below everything. */
  readonly below?: Html | undefined;
}

export function told(
  visit: Visit,
  { title, happened, next, undo, act, above, below }: Told,
): Promise<string> {
  const main = html`${[happened].flat().map((sentence) => html`<p>${sentence}</p>`)}
<p>${next}</p>
${undo && html`<p class="quiet">${undo}</p>`}
${act && html`<p class="act"><a href="${act.href}">${act.words}</a></p>`}
${below}`;
  return frame(visit, { title, main, above });
}
