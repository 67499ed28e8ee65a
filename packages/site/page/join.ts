import type { Wording } from "@perennial/core/consent/wording.ts";
import { html } from "hono/html";
import { frame, type Html } from "../frame/index.ts";
import { here, type Visit, wordsOf } from "../frame/visit.ts";
import { consent } from "./consent.ts";

/** Fields that the form asks for, in their order. */
export const FIELDS = ["name", "email", "interest", "jobNews", "tracking"] as const;
export type Field = (typeof FIELDS)[number];

/** A field no person sees; whoever fills it in is a machine. */
export const TRAP = "website";

export interface Join {
  readonly jobNews: Wording;
  readonly tracking: Wording;
  /** Signed moment at which the form is shown. */
  readonly stamp: string;
  /** What she typed, when the form comes back to her. */
  readonly values?: Readonly<Partial<Record<"name" | "email" | "interest", string>>>;
  readonly ticked?: { readonly jobNews: boolean; readonly tracking: boolean };
  /** Names of fields that were refused; unknown ones are named to her as they came. */
  readonly wrong?: readonly string[];
}

/** The sign-up form. Only name, address and the permission for job news are needed; no box is ticked for her. */
export function join(visit: Visit, view: Join): Promise<string> {
  const words = wordsOf(visit).join;
  const main = html`<p class="quiet">${words.lead}</p>
${summary(visit, view.wrong ?? [])}
<form method="post" action="${here(visit, visit.locale)}">
${line(visit, view, "name", html`type="text" autocomplete="name" maxlength="200" required`)}
${line(visit, view, "email", html`type="email" autocomplete="email" inputmode="email" maxlength="254" required`)}
${line(visit, view, "interest", html`type="text" autocomplete="off" maxlength="200"`)}
${permissions(visit, view)}
<div class="trap" aria-hidden="true"><label>${words.trap}<input type="text" name="${TRAP}" tabindex="-1" autocomplete="off"></label></div>
<input type="hidden" name="stamp" value="${view.stamp}">
<div class="go"><button>${words.button}</button><p class="hint">${words.after}</p></div>
</form>`;
  return frame(visit, { title: words.title, main, indexable: true });
}

function line(visit: Visit, view: Join, field: "name" | "email" | "interest", attributes: Html): Html {
  const { join: words, errors } = wordsOf(visit);
  const wrong = view.wrong?.includes(field);
  const state = wrong ? html` aria-invalid="true" aria-describedby="${field}-wrong"` : "";
  return html`<div class="field"><label for="${field}">${words[field]}${field === "interest" && html` ${hint(words.optional)}`}</label>
<input id="${field}" name="${field}" ${attributes} value="${view.values?.[field] ?? ""}"${state}>
${wrong && html`<p class="wrong" id="${field}-wrong">${errors[field]}</p>`}</div>`;
}

const hint = (words: string): Html => html`<span class="hint">(${words})</span>`;

function permissions(visit: Visit, { jobNews, tracking, ticked, wrong }: Join): Html {
  const { join: words, errors } = wordsOf(visit);
  const news = {
    ...{ name: "jobNews" as const, wording: jobNews, ticked: ticked?.jobNews ?? false, required: true },
    wrong: wrong?.includes("jobNews") ? errors.jobNews : undefined,
  };
  const record = { name: "tracking" as const, wording: tracking, ticked: ticked?.tracking ?? false };
  return html`<section><h2>${words.news} ${hint(words.needed)}</h2>${consent(news)}</section>
<section><h2>${words.tracking} ${hint(words.optional)}</h2>${consent(record)}</section>`;
}

function summary(visit: Visit, wrong: readonly string[]): Html | string {
  if (wrong.length === 0) return "";
  const { errors } = wordsOf(visit);
  const said = (field: string) => {
    if (field === "stamp") return html`<li>${errors.stamp}</li>`;
    if (field === "name" || field === "email" || field === "interest" || field === "jobNews")
      return html`<li><a href="#${field}">${errors[field]}</a></li>`;
    return html`<li>${errors.other(field)}</li>`;
  };
  return html`<div class="summary" role="alert"><h2>${errors.title}</h2><ul>${wrong.map(said)}</ul></div>`;
}
