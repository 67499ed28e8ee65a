import { Candidate } from "@perennial/core/candidate";
import { Consent } from "@perennial/core/consent";
import { Enrolment } from "@perennial/core/enrolment";
import { queue } from "../adapter/queue.ts";
import { read } from "./detail.ts";

/** Ends the campaigns of a person who left. */
export const handler = queue("release", async (envelope) => {
  const at = envelope.time;
  if (envelope["detail-type"] === Candidate.Events.Erased.type) {
    const { candidateId } = read(Candidate.Events.Erased, envelope);
    return Enrolment.endAll(candidateId, "stopped.erased", { code: "stopped.erased", inputs: {}, at });
  }
  const { candidateId, purpose } = read(Consent.Events.Withdrawn, envelope);
  if (purpose !== "job_news") return 0;
  return Enrolment.endAll(candidateId, "stopped.unsubscribed", {
    code: "stopped.unsubscribed",
    inputs: {},
    at,
  });
});
