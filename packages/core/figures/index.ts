export * as Figures from "./index.ts";

import { Events as Candidate } from "../candidate/events.ts";
import { Engagement } from "../engagement/index.ts";
import { Moments as Way } from "../enrolment/events.ts";
import { moment } from "../enrolment/stamp.ts";
import { logged } from "../event/stamp.ts";
import { Moments as Mail } from "../message/events.ts";
import { acceptance } from "../message/stamp.ts";
import { type Addition, ALL, type Counter, type Entry, fold, Scope } from "../metric/index.ts";

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
  await fold([...records.flatMap(Engagement.entriesOf), ...told.flatMap(entriesOf)]);
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
    case Candidate.Joined.type:
    case Candidate.Left.type:
      return [
        logged(
          id("candidateId"),
          id("eventId"),
          people(type === Candidate.Joined.type ? "joined" : "left", id("at")),
        ),
      ];
    case Mail.Accepted:
      return detail.campaignId
        ? [
            acceptance(
              id("candidateId"),
              id("messageId"),
              ofCampaign(id("campaignId"), "accepted", id("stepId")),
            ),
          ]
        : [];
    case Way.Entered:
      return [
        moment("enteredBatch", id("candidateId"), id("campaignId"), ofCampaign(id("campaignId"), "entered")),
      ];
    case Way.Ended: {
      const counter = id("end") === "finished" ? "finished" : "stopped";
      return [
        moment("endedBatch", id("candidateId"), id("campaignId"), ofCampaign(id("campaignId"), counter)),
      ];
    }
    default:
      return [];
  }
}

function people(counter: Counter, at: string): Addition[] {
  return [ALL, at.slice(0, 10)].map((period) => ({ scope: Scope.organisation, period, counter }));
}

function ofCampaign(campaignId: string, counter: Counter, stepId?: string): Addition[] {
  const scopes = [Scope.campaign(campaignId), ...(stepId ? [Scope.step(campaignId, stepId)] : [])];
  return scopes.map((scope) => ({ scope, period: ALL, counter }));
}
