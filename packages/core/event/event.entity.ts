import { Entity } from "electrodb";

/** Events about nobody and no campaign (a template, an import) share this partition; nothing asks for them but replay. */
export const NOBODY = "nobody";

export const EventEntity = new Entity({
  model: { service: "perennial", entity: "event", version: "1" },
  attributes: {
    eventId: { type: "string", required: true },
    /** Under whom it lies: the person, else the campaign it is about (event/define.ts). */
    candidateId: { type: "string", required: true, default: NOBODY },
    type: { type: "string", required: true },
    at: { type: "string", required: true },
    actor: { type: "string", required: true },
    trace: { type: "string", required: true },
    campaignId: { type: "string" },
    stepId: { type: "string" },
    messageId: { type: "string" },
    data: { type: "any" },
    /** The batch of the counter protocol that counts this event. */
    batch: { type: "string" },
    /** The batch that counts it once more, as a person's. */
    humanBatch: { type: "string" },
    /** When a recruiter should see it; only on what a person did herself. An index holds who has all of its keys, or errs. */
    warmDay: { type: "string" },
    warmAt: { type: "string" },
    /** The recruiter who did it, and when; absent for candidates and the system. */
    recruiterId: { type: "string" },
    auditAt: { type: "string" },
  },
  indexes: {
    person: {
      collection: "person",
      pk: { field: "pk", composite: ["candidateId"] },
      sk: { field: "sk", composite: ["eventId"] },
    },
    warm: {
      index: "gsi1",
      pk: { field: "gsi1pk", composite: ["warmDay"] },
      sk: { field: "gsi1sk", composite: ["warmAt"] },
    },
    audit: {
      index: "gsi2",
      pk: { field: "gsi2pk", composite: ["recruiterId"] },
      sk: { field: "gsi2sk", composite: ["auditAt"] },
    },
  },
});
