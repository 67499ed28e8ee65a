import type { Method, Purpose } from "../consent/consent.schema.ts";
import type { Reason } from "../enrolment/enrolment.schema.ts";
import type { Stage } from "../facts/facts.schema.ts";
import type { Ground } from "../gate/gate.schema.ts";
import type { Line } from "../season/index.ts";
import type { View as Task } from "../task/task.view.ts";
import type { Locale } from "../text.ts";
import type { Standing } from "./candidate.schema.ts";

/** The one thing that decides everything: may we send her job news. */
export interface MayWrite {
  readonly answer: "yes" | "pending" | "no";
  /**
   * granted, requested, withdrawn, expired, bounce, complaint, unsubscribe, erasure, do_not_contact, needs_consent (her country asks
   * for it), missing_source, none
   */
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
  /** When she joined, or was added. */
  readonly joinedAt: string;
  readonly title?: string;
  readonly company?: string;
  readonly city?: string;
  readonly country?: string;
  readonly stage: Stage;
  readonly tags: readonly string[];
  readonly owner?: Colleague;
  /** Generated for looking around. */
  readonly sample?: true;
  readonly mayWrite: MayWrite;
  readonly season: Line;
}

/** A colleague by name. */
export interface Colleague {
  readonly recruiterId: string;
  readonly name: string;
}

/** One value that can be chosen, with how many of the people found have it; `""` is "not known" or "none". */
export interface FacetValue {
  readonly value: string;
  /** Words for a value that is an id. */
  readonly label?: string;
  readonly count: number;
}

/** What a search found. A facet's counts ignore what is chosen in it, so that a second value can be added. */
export interface Search {
  readonly total: number;
  readonly people: readonly Row[];
  /** By fact, and `mayWrite` (`yes`, `pending`, `no`); most frequent first, at most 100 values. */
  readonly facets: Readonly<Record<string, readonly FacetValue[]>>;
  readonly cursor?: string;
}

/** One line of the timeline; `who` is whose act it was. */
export interface Moment {
  readonly id: string;
  readonly at: string;
  readonly who: "candidate" | "we" | "machine" | "recruiter";
  /** Name of the colleague whose act it was. */
  readonly by?: string;
  /**
   * An event type, or `message.claimed|sending|accepted|rejected|unknown|dropped`, `enrolment.entered|ended`,
   * `note.written` (noteId, text, mine), `task.set|done` (taskId, words, dueOn, kind).
   */
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
  /** Of an import: the ground, where her data is from, when and where consent was given. */
  readonly ground?: Ground;
  readonly source?: string;
  readonly givenOn?: string;
  readonly place?: string;
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
  readonly title?: string;
  readonly company?: string;
  readonly city?: string;
  readonly country?: string;
  readonly skills: readonly string[];
  readonly interests: readonly string[];
  readonly tags: readonly string[];
  readonly experienceYears?: number;
  /** Open to a move from this day on. */
  readonly openFrom?: string;
  readonly phone?: string;
  readonly link?: string;
  readonly stage: Stage;
  readonly owner?: Colleague;
  readonly sample?: true;
  /** Sent back with a change; a stale one is refused. */
  readonly revision: number;
  /** A recruiter's word that nobody writes to her. */
  readonly doNotContact?: { readonly reason?: string };
  /** The latest reply and talk that somebody noted, to take back by its act. */
  readonly replied?: { readonly actId: string; readonly at: string };
  readonly contacted?: { readonly actId: string; readonly at: string };
  /** Open ones, soonest first. */
  readonly tasks: readonly Task[];
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
