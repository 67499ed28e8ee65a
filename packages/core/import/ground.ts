import * as Consent from "../consent/index.ts";
import { needsConsent } from "../organisation/needs-consent.ts";
import type { Policy } from "../organisation/organisation.schema.ts";
import type { Draft } from "./draft.ts";
import type { Note } from "./reasons.ts";

/** What keeps mail from somebody although she is imported on a ground. */
export function remarksOn(
  { ground, consent, source, details }: Draft,
  policy: Policy,
  today: string,
): Note[] {
  if (ground === "none") return [];
  if (consent) return expiryOf(consent.on) < today ? ["consent_expired"] : [];
  return [
    ...(needsConsent(details.country, policy) ? ["needs_consent" as const] : []),
    ...(source ? [] : ["missing_source" as const]),
  ];
}

/** A file has many people of one day. */
const expiries = new Map<string, string>();

function expiryOf(day: string): string {
  const found = expiries.get(day) ?? Consent.expiry(new Date(day));
  expiries.set(day, found);
  return found;
}
