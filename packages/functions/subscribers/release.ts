import { Candidate } from "@perennial/core/candidate";
import { Consent } from "@perennial/core/consent";
import { type End, Enrolment } from "@perennial/core/enrolment";
import { type Envelope, queue } from "../adapter/queue.ts";
import { read } from "./detail.ts";

/** Ends the campaigns of a person who left; the bus knows the time to the second only, so the event's own counts. */
export const handler = queue("release", async (envelope) => {
  const left = leaving(envelope);
  if (!left) return 0;
  const { candidateId, end } = left;
  return Enrolment.endAll(candidateId, end, { code: end, inputs: {}, at: String(envelope.detail.at) });
});

/** Who left, and how. An erasure withdraws her permissions as well: it is told by its own event, once. */
function leaving(envelope: Envelope): { readonly candidateId: string; readonly end: End } | undefined {
  if (envelope["detail-type"] === Candidate.Events.Erased.type)
    return { ...read(Candidate.Events.Erased, envelope), end: "stopped.erased" };
  const { candidateId, purpose, reason } = read(Consent.Events.Withdrawn, envelope);
  if (purpose !== "job_news" || reason === "erased") return undefined;
  return { candidateId, end: "stopped.unsubscribed" };
}
