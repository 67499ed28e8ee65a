import type { Purpose } from "../gate/gate.schema.ts";
import type { Settings } from "../organisation/organisation.schema.ts";
import type { Locale } from "../text.ts";
import { de } from "./wording.de.ts";
import { en } from "./wording.en.ts";

/** Raised with every change of the words, in any language: the ledger says which ones a person saw. */
const VERSION = "2026-11-1";

const WORDS = { en, de } as const satisfies Record<Locale, typeof en>;

/** What a person is asked to agree with. */
export interface Wording {
  readonly version: string;
  /** The exact words as one text, which the ledger keeps a hash of (GDPR art. 7(1)): the label, then one line a point. */
  readonly text: string;
  /** The sentence beside the box. */
  readonly label: string;
  /** What she must know to agree (GDPR art. 13), in the order shown. */
  readonly points: readonly { readonly term: string; readonly text: string }[];
}

/** The words of one permission, in one language, for the organisation that asks. */
export function wording(
  purpose: Purpose,
  locale: Locale,
  { name, privacyUrl }: Pick<Settings, "name" | "privacyUrl">,
): Wording {
  const words = WORDS[locale][purpose];
  const label = words.label(name);
  const points = words.points(name, privacyUrl);
  const text = [label, ...points.map((point) => `${point.term}: ${point.text}`)].join("\n");
  return { version: VERSION, text, label, points };
}
