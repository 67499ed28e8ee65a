import { Entity } from "electrodb";
import { ENDS } from "./ends.ts";

/** The people index of a campaign: INCLUDE projections must list the ids (design section 4). */
const carried = ["candidateId", "campaignId", "enrolmentId", "shard", "stands"] as const;

export const EnrolmentEntity = new Entity({
  model: { service: "perennial", entity: "enrolment", version: "1" },
  attributes: {
    enrolmentId: { type: "string", required: true },
    candidateId: { type: "string", required: true },
    campaignId: { type: "string", required: true },
    shard: { type: "number", required: true, padding: { length: 2, char: "0" } },
    stepId: { type: "string" },
    visit: { type: "number", required: true },
    /** When she is looked at next, and where the index keeps her: there together while she is inside, gone together. */
    dueAt: { type: "string" },
    dueIn: { type: "string" },
    enteredAt: { type: "string", required: true },
    endedAt: { type: "string" },
    /** Campaign and shard, set when she ends: an index on attributes that are always there would hold her from the start. */
    endedIn: { type: "string" },
    end: { type: ENDS },
    version: { type: "number", required: true, default: 1 },
    mails: { type: "any", required: true, default: () => ({}) },
    resumedAt: { type: "string" },
    reason: { type: "any", required: true },
    stands: { type: "string" },
    way: { type: "any", required: true, default: () => [] },
    revision: { type: "number", required: true, default: 0 },
    trace: { type: "string", required: true },
    /** Batches of the counter protocol that count entering and ending. */
    enteredBatch: { type: "string" },
    endedBatch: { type: "string" },
  },
  indexes: {
    person: {
      collection: "person",
      pk: { field: "pk", composite: ["candidateId"] },
      sk: { field: "sk", composite: ["campaignId"] },
    },
    due: {
      index: "gsi4",
      pk: { field: "gsi4pk", composite: ["dueIn"] },
      sk: { field: "gsi4sk", composite: ["dueAt"] },
      projection: [...carried, "dueAt"],
    },
    ended: {
      index: "gsi5",
      pk: { field: "gsi5pk", composite: ["endedIn"] },
      sk: { field: "gsi5sk", composite: ["endedAt"] },
      projection: [...carried, "end", "endedAt"],
    },
  },
});
