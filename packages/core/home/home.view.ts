import type { Warm } from "../event/warm.ts";
import type { Line } from "../season/index.ts";

/** Something to do about a person, or to know of her. */
interface Todo<K extends "task" | "notice"> {
  readonly kind: K;
  readonly taskId: string;
  readonly candidateId: string;
  readonly name: string;
  readonly words: string;
  readonly dueOn: string;
  readonly campaignId?: string;
}

/** Something that waits for somebody, each with one act. */
export type Need =
  | Todo<"task">
  | Todo<"notice">
  | {
      readonly kind: "import";
      readonly importId: string;
      readonly fileName: string;
      readonly rejected: number;
    }
  | {
      /** The workflow failed, or SES holds the mails until `until`. */
      readonly kind: "campaign.failed" | "campaign.held";
      readonly campaignId: string;
      readonly name: string;
      readonly failure?: string;
      /** Why SES takes nothing now, as campaigns say it. */
      readonly code?: string;
      readonly until?: string;
    }
  | {
      /** People whose permission ends within 30 days; `first` is the day of the first. */
      readonly kind: "permission.ending";
      readonly people: number;
      readonly first: string;
    };

/** The Home page: who is warm, what runs, what needs somebody, three figures. */
export interface Home {
  /** Today in the organisation's zone, `2026-11-22`. */
  readonly today: string;
  /** What stands between the organisation and its first mail; empty when all is set up. */
  readonly missing: readonly { readonly field: string; readonly message: string }[];
  /** Newest first, at most 8: what people did themselves in the last 14 days. */
  readonly warm: readonly {
    readonly candidateId: string;
    readonly name: string;
    readonly at: string;
    readonly type: Warm["type"];
    /** The link she clicked, without query. */
    readonly link?: string;
    readonly owner?: { readonly recruiterId: string; readonly name: string };
    readonly season: Line;
    /** She clicked or answered more than a day ago, and nobody talked with her since. */
    readonly waits?: true;
  }[];
  /** People who may be written to and did something in the last 24 hours; `more` than a hundred are not counted further. */
  readonly warmSinceYesterday: { readonly people: number; readonly more: boolean };
  /** The next moment at which campaign mail leaves if nobody does anything, and how many; absent where nobody waits for one. */
  readonly next?: { readonly at: string; readonly mails: number };
  readonly running: readonly {
    readonly campaignId: string;
    readonly name: string;
    readonly state: string;
    readonly active: number;
    readonly finished: number;
    readonly stopped: number;
    /** Who is looked at next, and when. */
    readonly next?: { readonly at: string; readonly people: number };
    /** When the workflow looks next. */
    readonly wakeAt?: string;
  }[];
  readonly needs: readonly Need[];
  readonly figures: {
    readonly people: number;
    readonly joined: number;
    readonly left: number;
    /** The last 30 days, oldest first; `people` is how many there were at its end. */
    readonly days: readonly {
      readonly day: string;
      readonly people: number;
      readonly joined: number;
      readonly left: number;
    }[];
  };
}
