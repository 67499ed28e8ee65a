import { Clock } from "../clock.ts";
import type { Info as Line } from "../consent/consent.schema.ts";
import * as Consent from "../consent/index.ts";
import * as Gate from "../gate/index.ts";
import type { Settings } from "../organisation/organisation.schema.ts";
import type { Locale } from "../text.ts";
import type { Draft } from "./draft.ts";

/** A permission that an import states, with its line of the ledger. */
export interface Permit {
  readonly line: Line;
  readonly permission: Gate.Permission;
}

interface About {
  readonly candidateId: string;
  readonly consentId: string;
  readonly locale: Locale;
  readonly organisation: Settings;
}

/** What a row's ground comes to; undefined where it states none. */
export function permitOf({ ground, consent, source }: Draft, about: About): Permit | undefined {
  if (ground === "none") return undefined;
  const told = {
    ...(source ? { source } : {}),
    ...(consent ? { givenOn: consent.on, place: consent.place } : {}),
  };
  const line = Consent.imported({ ...about, ...told, ground });
  return { line, permission: { ...Gate.permission("granted", line.consentId, line.until), ground } };
}

/**
 * What an import may do to what holds already. It never takes back what she decided herself: a withdrawal, a stop of ours or of hers, a
 * consent she gave. It may say more of what an import said before.
 */
export function outcome(gate: Gate.Info, { line }: Permit): "grant" | "stands" | "refused" {
  const held = gate.permissions.job_news;
  if (gate.suppressed || gate.doNotContact || held?.state === "withdrawn") return "refused";
  if (held === undefined) return "grant";
  const consent = line.ground === "consent";
  if (held.state === "pending") return consent ? "grant" : "stands";
  if (held.ground === "legitimate_interest") return consent ? "grant" : "stands";
  const imported = held.ground === "consent";
  return imported && consent && (line.until ?? "") > (held.until ?? "") ? "grant" : "stands";
}

/** What she is owed who did not give us her data herself: where we have it from. */
export function noticeOf({ ground, source }: Draft): Gate.Info["notice"] {
  return ground !== "consent" && source ? { source, obtainedAt: Clock.iso() } : undefined;
}
