import type { End, Reason } from "../enrolment/enrolment.schema.ts";
import type { Figures } from "../metric/counters.ts";
import type { Line } from "../season/index.ts";
import type { Rhythm } from "./advance.ts";
import type { Info, State, Step } from "./campaign.schema.ts";
import type { DayMails } from "./launch.view.ts";

export type * from "./launch.view.ts";
export type * from "./why.view.ts";

/** Something that stands between a campaign and its launch, or should be known before it, with the page where it is mended. */
export interface Blocker {
  readonly code: string;
  readonly message: string;
  /** Path in the web app. */
  readonly href: string;
  /** The step it is about. */
  readonly stepId?: string;
}

/** One line of the campaign list. */
export interface Row {
  readonly campaignId: string;
  readonly name: string;
  readonly state: State;
  readonly createdAt: string;
  readonly launchedAt?: string;
  /** Nobody is written to before. */
  readonly startsAt?: string;
  /** When the workflow looks next. */
  readonly wakeAt?: string;
}

/** Who enters, with the names of what it points to. */
export interface EntryView {
  readonly kind: "form" | "segment";
  /** The form's or the segment's; "" when it is gone. */
  readonly name: string;
  /** Where people sign up; forms only. */
  readonly address?: string;
  readonly mode?: "once" | "continuing";
  /** The segment's rule in plain words, as it will be copied or was. */
  readonly words?: string;
  /** Somebody may come to match while nothing of her changes: looked for once a day. */
  readonly ripens?: true;
}

/** One person in a campaign. */
export interface Member {
  readonly candidateId: string;
  /** "Erased" where nothing is kept. */
  readonly name: string;
  readonly enteredAt: string;
  readonly version: number;
  /** The step she stands before; absent once ended. */
  readonly stepId?: string;
  readonly dueAt?: string;
  readonly end?: End;
  readonly endedAt?: string;
  readonly reason: Reason;
  /** Absent where nothing is kept of her. */
  readonly season?: Line;
}

/** One page of the people of a campaign, those inside by due time, then those who ended, latest first. */
export interface People {
  readonly people: readonly Member[];
  /** How many match in all. */
  readonly total: number;
  readonly cursor?: string;
}

/** What holds a campaign that should run. */
export interface Hold {
  /** quota.day, quota.rate, ses.paused, ses.throttled ..., as the engine says. */
  readonly code: string;
  readonly until: string;
  readonly since?: string;
}

/** Where people are now, counted one by one. */
export interface Standing {
  /** Before a step, with the reasons of their last decision. */
  readonly inside: number;
  readonly finished: number;
  /** Ended early, by `End`. */
  readonly stopped: Readonly<Partial<Record<End, number>>>;
  /** Never began; not in `entered`. */
  readonly leftOut: number;
  readonly entered: number;
  /** Left out by reason code. */
  readonly leftOutBy: Readonly<Record<string, number>>;
  /** By the code of the last decision, who is inside: waited, deferred.window, held.missing_field, ... */
  readonly insideBy: Readonly<Record<string, number>>;
}

/** One step of the newest version, or of an earlier one that still has something to show. */
export interface StepView {
  readonly stepId: string;
  /** Standing before it now. */
  readonly waiting: number;
  /** Of these, held or deferred, by reason code. */
  readonly reasons: Readonly<Record<string, number>>;
  readonly nextDueAt?: string;
  /** Ended while standing before it, by `End`. */
  readonly left: Readonly<Partial<Record<End, number>>>;
  /** Mails only. */
  readonly figures?: Figures;
  /** Only in older versions. */
  readonly old?: true;
}

/** The campaign page. Counts are people or mails; rates are the reader's, with the denominators given here. */
export interface Page {
  readonly campaign: Info;
  readonly entry: EntryView;
  readonly templates: Readonly<Record<string, string>>;
  /** Drafts only. */
  readonly blockers: readonly Blocker[];
  readonly people: Standing;
  readonly figures: Figures;
  readonly steps: readonly StepView[];
  readonly verdict: {
    /**
     * draft, not_yet, healthy, held (nothing leaves although it runs), paused, failed, stopped, finished, waiting (nobody inside,
     * people may still enter)
     */
    readonly code: string;
    readonly since?: string;
    readonly hold?: Hold;
    /** The next who are due together: one grid slot. */
    readonly next?: { readonly at: string; readonly people: number };
    /** People whose last decision is a `held.` one. */
    readonly held: number;
  };
  /** Past days as sent, today and days to come as planned if nobody reacts; in the organisation's zone. */
  readonly days: readonly (DayMails & { readonly planned: number })[];
  readonly today: string;
  readonly policy: Rhythm;
}

/** One thing a colleague or the system did to the campaign, newest first. */
export interface Act {
  readonly at: string;
  /** written, launched, paused, resumed, stopped, taken_back, started_now, failed, finished */
  readonly act: string;
  /** Who; absent for the system. */
  readonly by?: string;
  readonly version?: number;
  readonly failure?: string;
}

/** Versions and acts. */
export interface History {
  readonly acts: readonly Act[];
  readonly versions: readonly {
    readonly version: number;
    readonly at: string;
    readonly by: string;
    readonly steps: readonly Step[];
    /** People who are still on it. */
    readonly inside: number;
  }[];
}
