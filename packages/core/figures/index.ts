export * as Figures from "./index.ts";

import { Events as Candidate } from "../candidate/events.ts";
import * as Engagement from "../engagement/index.ts";
import { Events as Again, Moments as Way } from "../enrolment/events.ts";
import { counterOf, ended, entered, leftOut } from "../enrolment/stamp.ts";
import { logged } from "../event/stamp.ts";
import { Moments as Mail } from "../message/events.ts";
import { type Accepted, accepted } from "../message/stamp.ts";
import { type Addition, ALL, type Counter, type Entry, fold, ofCampaign, Scope } from "../metric/index.ts";
import { unpacked } from "./together.ts";

const SES = "aws.ses";

/** Something the bus carried: an SES record, or a log entry of ours. */
export interface Told {
  readonly source: string;
  readonly type: string;
  readonly detail: Record<string, unknown>;
}

/** Counts a batch of what was told, exactly once each. What is not counted, or may not be kept, is passed over. */
export async function count(told: readonly Told[]): Promise<void> {
  const records = await Engagement.permitted(told.flatMap(recordOf));
  const ours = told.flatMap(({ source, ...one }) => unpacked(one).map((each) => ({ source, ...each })));
  await fold([...records.flatMap(Engagement.entriesOf), ...ours.flatMap(entriesOf)]);
}

function recordOf({ source, detail }: Told): Engagement.Record[] {
  const record = source === SES ? Engagement.Record.safeParse(detail) : undefined;
  return record?.success ? [record.data] : [];
}

/** The log entries that one thing told of our own asks to count. */
function entriesOf({ source, type, detail }: Told): Entry[] {
  if (source === SES) return [];
  const id = (name: string) => String(detail[name] ?? "");
  switch (type) {
    case Candidate.Added.type:
    case Candidate.Joined.type:
    case Candidate.Left.type:
      return [logged(id("candidateId"), id("eventId"), people(type, detail))];
    case Mail.Accepted:
      return detail.campaignId ? [accepted(detail as unknown as Accepted)] : [];
    case Way.Entered:
      return [entered(herWay(detail))];
    case Way.Ended:
      // Stamped by who ended it, who counts it, too.
      return detail.endedBatch ? [] : [ended(herWay(detail), id("end"))];
    case Way.LeftOut:
      return [leftOut(herWay(detail))];
    default:
      return again(type, detail);
  }
}

const herWay = ({ candidateId, campaignId }: Record<string, unknown>) => ({
  candidateId: String(candidateId),
  campaignId: String(campaignId),
});

/** Moments of an enrolment that take an earlier one back, or repeat it. */
function again(type: string, detail: Record<string, unknown>): Entry[] {
  const campaignId = String(detail.campaignId);
  const counter = counterOf(String((detail.data as { end?: unknown } | undefined)?.end));
  const additions = {
    [Again.Admitted.type]: [...less(campaignId, "leftOut"), ...ofCampaign(campaignId, "entered")],
    [Again.Resumed.type]: less(campaignId, counter),
    [Again.EndedAgain.type]: ofCampaign(campaignId, counter),
  }[type];
  return additions ? [logged(String(detail.candidateId), String(detail.eventId), additions)] : [];
}

const less = (campaignId: string, counter: Counter): Addition[] =>
  ofCampaign(campaignId, counter).map((addition) => ({ ...addition, amount: -1 }));

/** What somebody's coming or going counts, over all time and on its day. */
function people(type: string, { at, data }: Record<string, unknown>): Addition[] {
  const isKnown = (data as { known?: unknown } | undefined)?.known === true;
  const counters: Record<string, readonly Counter[]> = {
    [Candidate.Added.type]: ["added"],
    [Candidate.Joined.type]: isKnown ? ["joined", "joinedKnown"] : ["joined"],
    [Candidate.Left.type]: ["left"],
  };
  return [ALL, String(at).slice(0, 10)].flatMap((period) =>
    (counters[type] ?? []).map((counter) => ({ scope: Scope.organisation, period, counter })),
  );
}
