import { html } from "hono/html";
import { type Visit, wordsOf } from "../frame/visit.ts";
import { told } from "./told.ts";

/** Why there is no other page. */
export type Reason = "closed" | "invalid" | "missing" | "busy" | "limited" | "expired" | "used";

/** What could not be done, what was kept, and what to do. */
export function refused(visit: Visit, reason: Reason): Promise<string> {
  const words = wordsOf(visit)[reason];
  const act = "act" in words ? { words: words.act, href: `/join?lang=${visit.locale}` } : undefined;
  return told(visit, { ...words, act });
}

/** A request we cannot read, with the names of the fields that are not ours. */
export function unreadable(visit: Visit, fields: readonly string[]): Promise<string> {
  const { unreadable: words, errors } = wordsOf(visit);
  const named = fields.map((field) => html`<li>${errors.other(field)}</li>`);
  return told(visit, { ...words, below: fields.length > 0 ? html`<ul>${named}</ul>` : undefined });
}

/** A fault of ours; the number finds it in the log. */
export function fault(visit: Visit, requestId: string): Promise<string> {
  return told(visit, { ...wordsOf(visit).fault, below: html`<p><code>${requestId}</code></p>` });
}
