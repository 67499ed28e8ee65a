import { Events as Campaign } from "@perennial/core/campaign/events.ts";
import { Events as Candidate } from "@perennial/core/candidate/events.ts";
import { Events as Consent } from "@perennial/core/consent/events.ts";
import { Events as Engagement } from "@perennial/core/engagement/events.ts";
import { Events as Enrolment, Moments as Way } from "@perennial/core/enrolment/events.ts";
import { Together } from "@perennial/core/figures/together.ts";
import { Events as Import } from "@perennial/core/import/events.ts";
import { Moments as Mail } from "@perennial/core/message/events.ts";
import { Events as Sample } from "@perennial/core/sample/events.ts";
import { email } from "./email.ts";
import type { FunctionName } from "./functions.ts";

/** Rules that carry events from a bus to a queue; each queue feeds one function, which does one side effect. */
export interface Rule {
  readonly name: string;
  readonly bus: "perennial" | "default";
  /** EventBridge event pattern. */
  readonly pattern: Readonly<Record<string, unknown>>;
  readonly queue: string;
}

export interface Queue {
  readonly function: FunctionName;
  readonly batch: number;
  /** Seconds to wait for a fuller batch. */
  readonly window: number;
  /** Seconds; at least six times the function's timeout (AWS Lambda guide, SQS event source). */
  readonly visibility: number;
  /** Deliveries before a message goes to the queue's dead letters. */
  readonly attempts: number;
  /** Maximum concurrent invocations. */
  readonly concurrency: number;
}

export const bus = { name: "perennial", archiveDays: 90 } as const;

/** The types of our own events that somebody subscribes to; the pipe lets nothing else through. */
export const subscriptions = {
  confirm: [Consent.Requested.type],
  enrol: [
    Candidate.Joined.type,
    Candidate.Added.type,
    Candidate.Changed.type,
    Candidate.Contacted.type,
    Candidate.DoNotContact.type,
    Consent.Granted.type,
    Engagement.Clicked.type,
    Engagement.Replied.type,
    Way.Ended,
    Enrolment.EndedAgain.type,
  ],
  suppress: [Engagement.Bounced.type, Engagement.Complained.type],
  release: [
    Consent.Withdrawn.type,
    Candidate.Erased.type,
    Candidate.Suppressed.type,
    Candidate.DoNotContact.type,
    Engagement.Replied.type,
  ],
  resume: [Candidate.TakenBack.type],
  touch: [Engagement.Clicked.type],
  sweep: [Candidate.Erased.type],
  sample: [Sample.Laying.type, Sample.Removing.type],
  readIn: [Import.Started.type],
  steer: [
    Campaign.Launched.type,
    Campaign.Woken.type,
    Campaign.Renewed.type,
    Campaign.Paused.type,
    Campaign.Resumed.type,
    Campaign.Stopped.type,
    Campaign.TakenBack.type,
    Campaign.StartedNow.type,
  ],
  figures: [
    Candidate.Added.type,
    Candidate.Joined.type,
    Candidate.Left.type,
    Mail.Accepted,
    Way.Entered,
    Way.Ended,
    Way.LeftOut,
    Enrolment.Admitted.type,
    Enrolment.Resumed.type,
    Enrolment.EndedAgain.type,
    Together.type,
  ],
} as const;

const ours = (types: readonly string[]) => ({ source: ["perennial"], "detail-type": types });

/** SES publishes to the default bus, which others in the account may use too: only mail of our configuration set is ours. */
const ses = (eventType: readonly unknown[]) => ({
  source: ["aws.ses"],
  detail: { eventType, mail: { tags: { "ses:configuration-set": [email.configurationSet] } } },
});
/** Follows the answer that the sender had; whose sender died is settled by what proves it. Nobody hears it: it would be a message a mail. */
const repeating = ["Send"];

export const rules = [
  { name: "confirm", bus: "perennial", pattern: ours(subscriptions.confirm), queue: "confirm" },
  { name: "enrol", bus: "perennial", pattern: ours(subscriptions.enrol), queue: "enrol" },
  { name: "suppress", bus: "perennial", pattern: ours(subscriptions.suppress), queue: "suppress" },
  { name: "release", bus: "perennial", pattern: ours(subscriptions.release), queue: "release" },
  { name: "resume", bus: "perennial", pattern: ours(subscriptions.resume), queue: "resume" },
  { name: "touch", bus: "perennial", pattern: ours(subscriptions.touch), queue: "touch" },
  { name: "sweep", bus: "perennial", pattern: ours(subscriptions.sweep), queue: "sweep" },
  { name: "sample", bus: "perennial", pattern: ours(subscriptions.sample), queue: "sample" },
  { name: "read-in", bus: "perennial", pattern: ours(subscriptions.readIn), queue: "readIn" },
  { name: "steer", bus: "perennial", pattern: ours(subscriptions.steer), queue: "steer" },
  { name: "figures", bus: "perennial", pattern: ours(subscriptions.figures), queue: "figures" },
  {
    name: "engagement",
    bus: "default",
    pattern: ses([{ "anything-but": repeating }]),
    queue: "figures",
  },
] as const satisfies readonly Rule[];

export const queues = {
  // Somebody is waiting for this mail: while SES is paused or the quota of a day is used up it is tried for 25 hours. Each waits
  // for its turn at SES, five seconds at most, so a batch is small.
  confirm: { function: "confirm", batch: 2, window: 0, visibility: 180, attempts: 500, concurrency: 5 },
  // A second's people are met together: which campaigns are open is read once for them.
  enrol: { function: "enrol", batch: 50, window: 1, visibility: 180, attempts: 5, concurrency: 5 },
  suppress: { function: "suppress", batch: 10, window: 0, visibility: 180, attempts: 5, concurrency: 2 },
  release: { function: "release", batch: 10, window: 0, visibility: 180, attempts: 5, concurrency: 2 },
  resume: { function: "resume", batch: 10, window: 0, visibility: 180, attempts: 5, concurrency: 2 },
  touch: { function: "touch", batch: 10, window: 0, visibility: 180, attempts: 5, concurrency: 2 },
  sweep: { function: "sweep", batch: 10, window: 0, visibility: 180, attempts: 5, concurrency: 2 },
  sample: { function: "sample", batch: 1, window: 0, visibility: 720, attempts: 5, concurrency: 2 },
  readIn: { function: "readIn", batch: 1, window: 0, visibility: 180, attempts: 8, concurrency: 2 },
  steer: { function: "steer", batch: 1, window: 0, visibility: 180, attempts: 8, concurrency: 5 },
  figures: { function: "aggregate", batch: 100, window: 2, visibility: 360, attempts: 8, concurrency: 5 },
} as const satisfies Record<string, Queue>;

export type QueueName = keyof typeof queues;
