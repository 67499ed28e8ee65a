import * as Campaign from "@perennial/core/campaign";
import * as Candidate from "@perennial/core/candidate";
import { queue } from "../adapter/queue.ts";
import { read } from "./detail.ts";

/** Takes campaigns up again when what ended them was taken back. */
export const handler = queue("resume", (envelope) => {
  const { candidateId, actId } = read(Candidate.Events.TakenBack, envelope);
  return Campaign.resumeFor(candidateId, actId);
});
