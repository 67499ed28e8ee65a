import { Entity } from "electrodb";

/**
 * What somebody typed who asked to join with an address that was known but no member's: it may not be she, so it waits beside her
 * until the link of its own mail is answered.
 */
export const RequestEntity = new Entity({
  model: { service: "perennial", entity: "request", version: "1" },
  attributes: {
    candidateId: { type: "string", required: true },
    /** The event that led to the mail; the mail's link names it. */
    requestId: { type: "string", required: true },
    name: { type: "string", required: true },
    locale: { type: ["en", "de"] as const, required: true },
    formId: { type: "string", required: true },
    answers: { type: "any", required: true, default: () => ({}) },
    /** Epoch seconds. */
    expiresAt: { type: "number", required: true },
  },
  indexes: {
    person: {
      collection: "person",
      pk: { field: "pk", composite: ["candidateId"] },
      sk: { field: "sk", composite: ["requestId"] },
    },
  },
});
