import type { Wording } from "../template/template.schema.ts";
import type { Locale } from "../text.ts";
import { de } from "./mails.de.ts";
import { en } from "./mails.en.ts";

const MAILS = { en, de } as const satisfies Record<Locale, typeof en>;

/** A built-in mail: what `render` takes as wording, and the sentence of its footer. */
export interface BuiltIn {
  readonly wording: Wording;
  readonly why: string;
}

/**
 * The built-in mails about permission.
 * - `confirm`: double opt-in, needs the value `confirm_url`
 * - `already`: the same answer for an address we know, needs `preferences_url`
 */
export function mail(kind: "confirm" | "already", locale: Locale): BuiltIn {
  const { subject, body, why } = MAILS[locale][kind];
  return { wording: { subject, body }, why };
}
