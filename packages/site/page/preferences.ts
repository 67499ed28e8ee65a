import type { Stop } from "@perennial/core/candidate/candidate.schema.ts";
import type { Wording } from "@perennial/core/consent/wording.ts";
import { html } from "hono/html";
import { frame } from "../frame/index.ts";
import { here, type Visit, wordsOf } from "../frame/visit.ts";
import { consent } from "./consent.ts";
import { told } from "./told.ts";

export interface Switches {
  readonly jobNews: boolean;
  readonly tracking: boolean;
  /** What keeps job news from her whatever she ticks. */
  readonly stop?: Stop;
}

export interface Preferences extends Switches {
  readonly wordings: { readonly jobNews: Wording; readonly tracking: Wording };
}

/** What she allows, as it is now, and the way out of everything. */
export function preferences(
  visit: Visit,
  { jobNews, tracking, stop, wordings }: Preferences,
): Promise<string> {
  const { preferences: words, stopped } = wordsOf(visit);
  const action = here(visit, visit.locale);
  const main = html`<p class="quiet">${words.lead}</p>
<form method="post" action="${action}"><input type="hidden" name="action" value="save">
<section>${stop && html`<p class="wrong">${stopped[stop]}</p>`}${consent({ name: "jobNews", wording: wordings.jobNews, ticked: jobNews })}</section>
<section>${consent({ name: "tracking", wording: wordings.tracking, ticked: tracking })}</section>
<div class="go"><button>${words.button}</button></div></form>
<section><h2>${words.erase}</h2><p class="quiet">${words.eraseLead}</p>
<form method="post" action="${action}"><input type="hidden" name="action" value="erase"><button class="pale">${words.eraseButton}</button></form></section>`;
  return frame(visit, { title: words.title, main });
}

/** After saving: what holds now. */
export function saved(visit: Visit, { jobNews, tracking, stop }: Switches): Promise<string> {
  const { saved: words, stopped } = wordsOf(visit);
  return told(visit, {
    ...words,
    happened: [words.jobNews(jobNews), ...(stop ? [stopped[stop]] : []), words.tracking(tracking)],
    act: { words: words.act, href: here(visit, visit.locale) },
  });
}
