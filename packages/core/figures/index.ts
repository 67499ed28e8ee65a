export * as Figures from "./index.ts";

import * as Engagement from "../engagement/index.ts";
import { Moments as Way } from "../enrolment/events.ts";
import { ended, entered, leftOut } from "../enrolment/stamp.ts";
import { logged } from "../event/stamp.ts";
import { Moments as Mail } from "../message/events.ts";
import { type Accepted, accepted } from "../message/stamp.ts";
import { type Entry, fold } from "../metric/index.ts";
import { ofEvent } from "./of-event.ts";
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
    case Mail.Accepted:
      return detail.campaignId ? [accepted(detail as unknown as Accepted)] : [];
    case Way.Entered:
      return [entered(herWay(detail))];
    case Way.Ended:
      // Stamped by who ended it, who counts it, too.
      return detail.endedBatch ? [] : [ended(herWay(detail), id("end"))];
    case Way.LeftOut:
      return [leftOut(herWay(detail))];
    default: {
      const additions = ofEvent(type, detail);
      return additions.length > 0 ? [logged(id("candidateId"), id("eventId"), additions)] : [];
    }
  }
}

const herWay = ({ candidateId, campaignId }: Record<string, unknown>) => ({
  candidateId: String(candidateId),
  campaignId: String(campaignId),
});
