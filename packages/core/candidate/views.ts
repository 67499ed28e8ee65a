import type { Method, Purpose } from "../consent/consent.schema.ts";
import type { Reason } from "../enrolment/enrolment.schema.ts";
import type { Line } from "../season/index.ts";
import type { Locale } from "../text.ts";
import type { Standing } from "./candidate.schema.ts";

/** The one thing that decides everything: may we send her job news. */
export interface MayWrite {
  readonly answer: "yes" | "pending" | "no";
  /** granted, requested, withdrawn, expired, bounce, complaint, unsubscribe, erasure, do_not_contact, none */
  readonly code: string;
  /** When that came to be, where it is known. */
  readonly since?: string;
  readonly until?: string;
  /** Whether her opens and clicks may be tracked. */
  readonly tracking: boolean;
}

/** One row of the Talent list. */
export interface Row {
  readonly candidateId: string;
  readonly name: string;
  readonly standing: Standing;
  readonly source: string;
  readonly joinedAt: string;
  readonly mayWrite: MayWrite;
  readonly season: Line;
}

/** One line of the timeline; `who` is whose act it was. */
export interface Moment {
  readonly id: string;
  readonly at: string;
  readonly who: "candidate" | "we" | "machine" | "recruiter";
  /** An event type, or `message.claimed|sending|accepted|rejected|unknown|dropped`, `enrolment.entered|ended`. */
  readonly type: string;
  /** Ids and plain facts of this type: purpose, link, verdict, reason, campaignId and campaignName, templateName ... */
  readonly detail: Readonly<Record<string, unknown>>;
}

/** One entry of the consent ledger. */
export interface LedgerEntry {
  readonly consentId: string;
  readonly purpose: Purpose;
  readonly state: "requested" | "granted" | "withdrawn";
  readonly at: string;
  readonly method: Method;
  readonly wording: string;
  readonly locale: Locale;
}

/** The Person page. */
export interface Person {
  readonly candidateId: string;
  readonly name: string;
  readonly locale: Locale;
  readonly standing: Standing;
  readonly source: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly createdAt: string;
  readonly joinedAt?: string;
  readonly addresses: readonly {
    readonly raw: string;
    readonly primary: boolean;
    readonly confirmedAt?: string;
  }[];
  readonly mayWrite: MayWrite;
  readonly ledger: readonly LedgerEntry[];
  readonly season: Line;
  /** Newest first. */
  readonly timeline: readonly Moment[];
  /** Campaigns she is in now. */
  readonly next: readonly {
    readonly campaignId: string;
    readonly campaignName: string;
    readonly stepId?: string;
    readonly dueAt?: string;
    readonly reason: Reason;
  }[];
}
