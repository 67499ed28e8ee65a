import { Campaign } from "@perennial/core/campaign";
import { Candidate } from "@perennial/core/candidate";
import { queue } from "../adapter/queue.ts";
import { read } from "./detail.ts";

/** Enrols a person who joined in the campaigns that her form leads to. */
export const handler = queue("enrol", (envelope) => {
  const { candidateId, source } = read(Candidate.Events.Joined, envelope);
  return Campaign.enrol(candidateId, source);
});
