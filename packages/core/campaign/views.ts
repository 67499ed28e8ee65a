import type { End, Reason } from "../enrolment/enrolment.schema.ts";
import type { Figures } from "../metric/counters.ts";
import type { Info, State } from "./campaign.schema.ts";

/** Something that stands between a campaign and its launch, with the page where it is mended. */
export interface Blocker {
  readonly code: string;
  readonly message: string;
  /** Path in the web app. */
  readonly href: string;
}

/** One line of the campaign list. */
export interface Row {
  readonly campaignId: string;
  readonly name: string;
  readonly state: State;
  readonly createdAt: string;
  readonly launchedAt?: string;
  /** When the workflow looks next. */
  readonly wakeAt?: string;
}

/** One person in a campaign. */
export interface Member {
  readonly candidateId: string;
  readonly name: string;
  readonly stepId?: string;
  readonly dueAt?: string;
  readonly end?: End;
  readonly endedAt?: string;
  readonly reason: Reason;
}

/** The campaign page. Counts are people or mails; rates are the reader's, with the denominators given here. */
export interface Page {
  readonly campaign: Info;
  readonly formName: string;
  readonly formAddress: string;
  readonly templates: Readonly<Record<string, string>>;
  readonly blockers: readonly Blocker[];
  readonly people: {
    readonly entered: number;
    readonly active: number;
    readonly finished: number;
    readonly stopped: number;
  };
  readonly figures: Figures;
  /** People inside and the latest who ended, at most 200. */
  readonly members: readonly Member[];
}
