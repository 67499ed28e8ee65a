import * as Candidate from "@perennial/core/candidate";
import * as Import from "@perennial/core/import";
import { queue } from "../adapter/queue.ts";
import { read } from "./detail.ts";

/** Deletes what is left of a person who is erased: what her erasure did not come to, and what files brought of her that nobody read in. */
export const handler = queue("sweep", async (envelope) => {
  const { candidateId } = read(Candidate.Events.Erased, envelope);
  await Candidate.sweep(candidateId);
  await Import.forget(candidateId);
});
