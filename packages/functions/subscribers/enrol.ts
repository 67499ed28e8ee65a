import * as Campaign from "@perennial/core/campaign";
import * as Candidate from "@perennial/core/candidate";
import { type Envelope, queueSharing } from "../adapter/queue.ts";
import { read } from "./detail.ts";

/** Enrols a person who joined, came, changed or is free again in the campaigns that are for her. Which there are is read once a batch. */
export const handler = queueSharing("enrol", Campaign.doors, async (envelope, doors) => {
  const cause = causeOf(envelope);
  if (cause) await Campaign.enrol(doors, String(envelope.detail.candidateId), cause);
});

/** Whoever was stopped is not to be written to by the next campaign at once: only who finished one is free for it. */
function causeOf(envelope: Envelope): Campaign.Cause | undefined {
  const { "detail-type": type, detail } = envelope;
  if (type === Candidate.Events.Joined.type) {
    const formId = /^form:(.+)$/.exec(read(Candidate.Events.Joined, envelope).source)?.[1];
    return formId ? { formId } : {};
  }
  const { end = (detail.data as { end?: unknown } | undefined)?.end } = detail;
  if (end === undefined) return {};
  return end === "finished" ? { finished: true } : undefined;
}
