export * as Engagement from "./index.ts";

import { arriving, arrivingTwofold } from "../event/stamp.ts";
import { type Addition, type Counter, type Entry, ofCampaign } from "../metric/index.ts";
import { type Record, type Subject, subjectOf } from "./record.ts";
import { tell } from "./tell.ts";

export { classify } from "./classify.ts";
export { Events } from "./events.ts";
export { permitted } from "./permit.ts";
export { inDoubt, mailOf, settle, suppress } from "./react.ts";
export { Record, subjectOf } from "./record.ts";

/** The log entries that one SES record asks for, each with what it counts. Nothing for mail that is not ours. */
export function entriesOf(record: Record): Entry[] {
  const subject = subjectOf(record);
  if (!subject) return [];
  const { candidateId, trace } = subject;
  return tell(record, subject).flatMap(({ draft, counts, human }) => {
    const event = { ...draft, candidateId, trace };
    const additions = additionsOf(subject, counts);
    return human
      ? arrivingTwofold(event, additions, additionsOf(subject, human))
      : [arriving(event, additions)];
  });
}

const additionsOf = ({ campaignId, stepId }: Subject, counters: readonly Counter[]): Addition[] =>
  campaignId ? counters.flatMap((counter) => ofCampaign(campaignId, counter, stepId)) : [];
