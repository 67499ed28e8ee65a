import type { Facts } from "./facts.schema.ts";

/** May job news go to somebody, as far as the roster tells: the gate's judgement in one word. */
export type Reach = "yes" | "pending" | "no";

interface Consents {
  readonly consentCountries: { readonly countries: readonly string[]; readonly unknown: boolean };
}

/** Pure: the same facts, policy and instant always give the same answer, and the same as the gate's (`Gate.judge`, class nurture). */
export function reach(facts: Facts, { consentCountries }: Consents, now: Date): Reach {
  if (facts.stop) return "no";
  if (facts.permission === "pending") return "pending";
  if (facts.permission !== "granted" || hasEnded(facts, now)) return "no";
  if (facts.ground !== "legitimate_interest") return "yes";
  const { country } = facts;
  const needsConsent = country ? consentCountries.countries.includes(country) : consentCountries.unknown;
  return needsConsent || facts.unsourced ? "no" : "yes";
}

const hasEnded = ({ permissionUntil }: Facts, now: Date) =>
  permissionUntil !== undefined && permissionUntil <= now.toISOString();
