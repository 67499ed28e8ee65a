import type { Rhythm } from "./advance.ts";
import type { Info } from "./campaign.schema.ts";
import type { Blocker, EntryView } from "./views.ts";

/** A day in the organisation's zone and how many mails leave on it. */
export interface DayMails {
  readonly day: string;
  readonly mails: number;
}

/** What a step does to an audience that does nothing: how many come to it, when the first and the last. */
export interface StepPlan {
  readonly stepId: string;
  readonly people: number;
  readonly first?: string;
  readonly last?: string;
  /** Branches: how many take which path, and for how many of these the rule is not known. */
  readonly yes?: number;
  readonly no?: number;
  readonly unknown?: number;
}

/** People left out for one reason. */
export interface LeftOut {
  /** `skipped.no_consent`, `skipped.no_address`, ... */
  readonly code: string;
  readonly count: number;
  /** At most six of them. */
  readonly sample: readonly { readonly candidateId: string; readonly name: string }[];
}

/**
 * What a launch now would do if nobody reacts, on one page. Also the foot strip of the builder. A form's campaign has no audience
 * yet: its plan is that of one typical person who joins at `startsAt`, and `audience.matched` is 0.
 */
export interface LaunchPage {
  readonly campaign: Info;
  readonly entry: EntryView;
  /** When the next may enter: of a draft ten minutes from now, of what was launched then, or now. */
  readonly startsAt: string;
  /** False when the audience is so large that a fair sample was asked and multiplied; `matched` is exact all the same. */
  readonly exact: boolean;
  readonly audience: {
    readonly matched: number;
    /** matched = enters + everybody left out. */
    readonly enters: number;
    readonly leftOut: readonly LeftOut[];
  };
  readonly plan: {
    readonly mails: number;
    readonly firstMailAt?: string;
    readonly lastMailAt?: string;
    readonly days: readonly DayMails[];
    readonly steps: readonly StepPlan[];
  };
  /** Template names by id. */
  readonly templates: Readonly<Record<string, string>>;
  /** Who the mails come from, and whose address answers go to: the campaign's sender, or whoever looks at this page. */
  readonly from: { readonly name: string; readonly email: string };
  readonly replyTo: { readonly name: string; readonly email: string };
  readonly policy: Rhythm;
  readonly limits: readonly { readonly mails: number; readonly days: number }[];
  readonly blockers: readonly Blocker[];
  readonly warnings: readonly Blocker[];
}

/** One decision of the dry run. `at` is when it is made; codes and inputs are those of the real run. */
export interface DryRow {
  readonly candidateId: string;
  readonly name: string;
  /** Absent for who is left out. */
  readonly stepId?: string;
  readonly at: string;
  readonly code: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** One page of a dry run: everybody the entry holds, each once, with every decision in order. */
export interface DryRun {
  readonly rows: readonly DryRow[];
  /** People of this page and of all. A form's campaign shows one typical person, `typical: true`. */
  readonly people: number;
  readonly total: number;
  readonly typical: boolean;
  readonly cursor?: string;
}
