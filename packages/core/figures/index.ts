export * as Figures from "./index.ts";

import { Engagement } from "../engagement/index.ts";
import { moment } from "../enrolment/stamp.ts";
import { logged } from "../event/stamp.ts";
import { acceptance } from "../message/stamp.ts";
import { type Addition, ALL, type Counter, type Entry, fold, Scope } from "../metric/index.ts";

/** Something the bus carried: an SES record, or a log entry of ours. */
export interface Told {
  readonly source: string;
  readonly type: string;
  readonly detail: Record<string, unknown>;
}

/** Counts a batch of what was told, exactly once each. What is not counted is passed over. */
export async function count(told: readonly Told[]): Promise<void> {
  await fold(told.flatMap(entriesOf));
}

/** The log entries that one thing told asks to count. */
export function entriesOf({ source, type, detail }: Told): Entry[] {
  if (source === "aws.ses") {
    const record = Engagement.Record.safeParse(detail);
    return record.success ? Engagement.entriesOf(record.data) : [];
  }
  const id = (name: string) => String(detail[name] ?? "");
  switch (type) {
    case "candidate.joined":
    case "candidate.left":
      return [
        logged(
          id("candidateId"),
          id("eventId"),
          people(type === "candidate.joined" ? "joined" : "left", id("at")),
        ),
      ];
    case "message.accepted":
      return detail.campaignId
        ? [
            acceptance(
              id("candidateId"),
              id("messageId"),
              ofCampaign(id("campaignId"), "accepted", id("stepId")),
            ),
          ]
        : [];
    case "enrolment.entered":
      return [
        moment("enteredBatch", id("candidateId"), id("campaignId"), ofCampaign(id("campaignId"), "entered")),
      ];
    case "enrolment.ended": {
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
