import { freeAt } from "../campaign/frequency.ts";
import type { Facts } from "../facts/facts.schema.ts";
import { type Objection, objection } from "../facts/reach.ts";
import * as Gate from "../gate/index.ts";
import type { Policy } from "../organisation/organisation.schema.ts";

/** What keeps somebody from a rung: a campaign's reason code and the words for people in the plural. */
export interface Stop {
  readonly code: string;
  readonly words: string;
}

const WEEK_MS = 7 * 86_400_000;

const UNWRITABLE: Readonly<Record<Objection, Stop>> = {
  do_not_contact: { code: "skipped.do_not_contact", words: "are marked “do not contact”" },
  bounce: { code: "skipped.suppressed", words: "have an address whose mail comes back" },
  complaint: { code: "skipped.suppressed", words: "marked our mail as spam" },
  unsubscribe: { code: "skipped.suppressed", words: "unsubscribed" },
  erasure: { code: "skipped.suppressed", words: "asked to be deleted" },
  none: { code: "skipped.no_consent", words: "never allowed job news" },
  pending: { code: "skipped.no_consent", words: "have not confirmed yet" },
  withdrawn: { code: "skipped.no_consent", words: "withdrew their permission" },
  expired: { code: "skipped.no_consent", words: "have a permission that ran out" },
  needs_consent: { code: "skipped.needs_consent", words: "live where their own consent is needed" },
  missing_source: { code: "held.missing_source", words: "cannot be told where we got their data" },
};

/** What the roster says against writing to her at all; the same codes as a campaign's. */
export function unwritable(facts: Facts, policy: Policy, now: Date): Stop | undefined {
  if (!facts.hasAddress) return { code: "skipped.no_address", words: "have no address" };
  const against = objection(facts, policy, now);
  return against && UNWRITABLE[against];
}

/** What her gate says against a mail within the next seven days, although she may be written to. */
export function unreachable(gate: Gate.Info | undefined, policy: Policy, now: Date): Stop | undefined {
  if (!gate) return stopped("erased");
  const verdict = Gate.judge(gate, "nurture", now, policy);
  if (!verdict.ok) return stopped(verdict.code);
  if (gate.campaignId) return { code: "skipped.other_campaign", words: "are in another campaign" };
  if (freeAt(gate.claims, now).getTime() <= now.getTime() + WEEK_MS) return undefined;
  return { code: "deferred.frequency_cap", words: "got as many mails as we promised at most" };
}

function stopped(code: string): Stop {
  if (code === "sample") return { code: "skipped.sample", words: "are sample people, whom nobody writes to" };
  if (code === "missing_source") return UNWRITABLE.missing_source;
  return { code: `skipped.${code}`, words: "changed their mind just now" };
}
