import * as Candidate from "@perennial/core/candidate";
import { queue } from "../adapter/queue.ts";
import { read } from "./detail.ts";

/** Deletes what colleagues wrote under a person who is erased, should the erasure itself have been cut short. */
export const handler = queue("sweep", (envelope) =>
  Candidate.sweep(read(Candidate.Events.Erased, envelope).candidateId),
);
