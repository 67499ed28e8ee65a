import type { Events as Engagement } from "../engagement/events.ts";
import type * as Enrolment from "../enrolment/index.ts";
import { type Life, tell } from "./life.ts";

export const MINUTE_MS = 60_000;

export interface Mail {
  readonly campaignId: string;
  readonly stepId: string;
  readonly templateId: string;
  readonly at: Date;
}

/** What came of a mail: what her enrolment keeps of it, and how it ended her way if it did. */
export interface Outcome {
  readonly mail: Enrolment.Info["mails"][string];
  readonly end?: {
    readonly end: NonNullable<Enrolment.Info["end"]>;
    readonly code: string;
    readonly at: Date;
  };
}

/** One thing that may come of it, told with the ids of the mail. */
export interface Sent extends Mail {
  readonly messageId: string;
  readonly tracked: boolean;
}

type About = { candidateId: string; messageId: string; campaignId: string; stepId: string };
type Drafting = (
  about: About,
  cause: { eventId: string; at: string },
) => ReturnType<typeof Engagement.Delivered>;

interface Later {
  readonly minutes: number;
  readonly what: string;
}

/** Tells what came of a mail so much later; undefined where that is still to come. */
export function told(
  life: Life,
  { at, messageId, campaignId, stepId }: Sent,
  { minutes, what }: Later,
  draft: Drafting,
) {
  const when = new Date(at.getTime() + minutes * MINUTE_MS);
  if (when >= life.beginning.begunAt) return undefined;
  const about = { candidateId: life.persona.candidateId, messageId, campaignId, stepId };
  tell(life, { at: when, by: "system", what: `${messageId} ${what}` }, (cause) => draft(about, cause));
  return when;
}
