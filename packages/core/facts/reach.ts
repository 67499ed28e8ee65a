import { needsConsent, type Terms } from "../organisation/needs-consent.ts";
import type { Facts } from "./facts.schema.ts";

/** Permission for job news as it stands at an instant: granted, until it has run out. */
export const permissionOf = ({ permission, permissionUntil }: Facts, now: Date) =>
  permission === "granted" && permissionUntil !== undefined && permissionUntil <= now.toISOString()
    ? ("expired" as const)
    : permission;

/** What stands against writing to somebody, as far as the roster tells. */
export type Objection =
  | NonNullable<Facts["stop"]>
  | Exclude<ReturnType<typeof permissionOf>, "granted">
  | "needs_consent"
  | "missing_source";

/** Pure: the same facts, terms and instant always give the same answer, and the same as the gate's (`Gate.judge`, class nurture). */
export function objection(facts: Facts, terms: Terms, now: Date): Objection | undefined {
  if (facts.stop) return facts.stop;
  const permission = permissionOf(facts, now);
  if (permission !== "granted") return permission;
  if (facts.ground !== "legitimate_interest") return undefined;
  if (needsConsent(facts.country, terms)) return "needs_consent";
  return facts.unsourced ? "missing_source" : undefined;
}

/** The same in one word. */
export type Reach = "yes" | "pending" | "no";

export function reach(facts: Facts, terms: Terms, now: Date): Reach {
  const against = objection(facts, terms, now);
  if (against === undefined) return "yes";
  return against === "pending" ? "pending" : "no";
}
