import * as Campaign from "@perennial/core/campaign";
import * as Candidate from "@perennial/core/candidate";
import * as Engagement from "@perennial/core/engagement";
import { type Envelope, queueSharing } from "../adapter/queue.ts";
import { read } from "./detail.ts";

/** Which campaigns are open is read once a batch, and not at all for what lets nobody in. */
async function doors(envelopes: readonly Envelope[]) {
  const causes = envelopes.flatMap((envelope) => causeOf(envelope) ?? []);
  return causes.length > 0 ? Campaign.doors(causes) : [];
}

/** Enrols a person who joined, came, changed, did something or is free again in the campaigns that are for her. */
export const handler = queueSharing("enrol", doors, async (envelope, open) => {
  const cause = causeOf(envelope);
  if (cause) await Campaign.enrol(open, String(envelope.detail.candidateId), cause);
});

const isHuman = (envelope: Envelope) => read(Engagement.Events.Clicked, envelope).verdict === "human";
const isLifted = (envelope: Envelope) => !read(Candidate.Events.DoNotContact, envelope).on;

function causeOf(envelope: Envelope): Campaign.Cause | undefined {
  const { "detail-type": type, detail } = envelope;
  const happened = (what: Campaign.Happened["what"]) => ({ happened: { what, at: String(detail.at) } });
  switch (type) {
    case Candidate.Events.Joined.type:
      return joined(envelope);
    case Candidate.Events.DoNotContact.type:
      return isLifted(envelope) ? {} : undefined;
    case Candidate.Events.Contacted.type:
      return happened("contacted");
    case Engagement.Events.Replied.type:
      return happened("replied");
    case Engagement.Events.Clicked.type:
      return isHuman(envelope) ? happened("clicked") : undefined;
    default:
      return ended(detail);
  }
}

function joined(envelope: Envelope): Campaign.Cause {
  const formId = /^form:(.+)$/.exec(read(Candidate.Events.Joined, envelope).source)?.[1];
  return formId ? { formId } : {};
}

/**
 * Whoever was stopped is not to be written to by the next campaign at once: only who finished one is free for it, and who answered for
 * one that is about answers.
 */
function ended({ end, endedAt, data }: Envelope["detail"]): Campaign.Cause | undefined {
  const how = end ?? (data as { end?: unknown } | undefined)?.end;
  if (how === undefined) return {};
  if (how === "stopped.replied") return { happened: { what: "replied", at: String(endedAt) } };
  return how === "finished" ? { finished: true } : undefined;
}
