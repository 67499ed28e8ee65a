import { Entity } from "electrodb";

export const GateEntity = new Entity({
  model: { service: "perennial", entity: "gate", version: "1" },
  attributes: {
    candidateId: { type: "string", required: true },
    permissions: { type: "any", required: true, default: () => ({}) },
    suppressed: { type: ["bounce", "complaint", "unsubscribe", "erasure"] as const },
    doNotContact: { type: "boolean" },
    doNotContactReason: { type: "string" },
    doNotContactAct: { type: "string" },
    sample: { type: "boolean" },
    erased: { type: "boolean" },
    country: { type: "string" },
    campaignId: { type: "string" },
    notice: { type: "any" },
    mailedAt: { type: "string" },
    clickedAt: { type: "string" },
    repliedAt: { type: "string" },
    contactedAt: { type: "string" },
    claims: { type: "any", required: true, default: () => [] },
    marks: { type: "any", required: true, default: () => [] },
    revision: { type: "number", required: true, default: 0 },
    expiresAt: { type: "number" },
  },
  indexes: {
    person: {
      collection: "person",
      pk: { field: "pk", composite: ["candidateId"] },
      sk: { field: "sk", composite: [] },
    },
  },
});
