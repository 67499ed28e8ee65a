import { Entity } from "electrodb";

export const MessageEntity = new Entity({
  model: { service: "perennial", entity: "message", version: "1" },
  attributes: {
    messageId: { type: "string", required: true },
    candidateId: { type: "string", required: true },
    addressId: { type: "string", required: true },
    class: {
      type: ["confirmation", "privacy", "process", "personal", "alert", "nurture"] as const,
      required: true,
    },
    state: {
      type: ["claimed", "sending", "accepted", "rejected", "unknown", "dropped"] as const,
      required: true,
    },
    campaignId: { type: "string" },
    stepId: { type: "string" },
    enrolmentId: { type: "string" },
    templateId: { type: "string" },
    templateRevision: { type: "number" },
    locale: { type: ["en", "de"] as const, required: true },
    tracked: { type: "boolean", required: true },
    notice: { type: "boolean" },
    consentId: { type: "string" },
    reason: { type: "any", required: true },
    claimedAt: { type: "string", required: true },
    sendBy: { type: "string", required: true },
    attempts: { type: "number", required: true, default: 1 },
    place: { type: "number" },
    sendingAt: { type: "string" },
    settledAt: { type: "string" },
    sesMessageId: { type: "string" },
    reported: { type: "boolean" },
    failure: { type: "string" },
    trace: { type: "string", required: true },
    /** The batch of the counter protocol that counts the acceptance. */
    batch: { type: "string" },
  },
  indexes: {
    person: {
      collection: "person",
      pk: { field: "pk", composite: ["candidateId"] },
      sk: { field: "sk", composite: ["messageId"] },
    },
  },
});
