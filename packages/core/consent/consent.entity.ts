import { Entity } from "electrodb";

export const ConsentEntity = new Entity({
  model: { service: "perennial", entity: "consent", version: "1" },
  attributes: {
    candidateId: { type: "string", required: true },
    consentId: { type: "string", required: true },
    purpose: { type: ["job_news", "tracking"] as const, required: true },
    state: { type: ["requested", "granted", "withdrawn"] as const, required: true },
    at: { type: "string", required: true },
    method: { type: ["form", "double_opt_in", "one_click", "page", "import"] as const, required: true },
    locale: { type: ["en", "de"] as const, required: true },
    wording: { type: "string", required: true },
    wordingHash: { type: "string", required: true },
    formId: { type: "string" },
    controller: { type: "string", required: true },
    until: { type: "string" },
    ground: { type: ["consent", "legitimate_interest"] as const },
    source: { type: "string" },
    givenOn: { type: "string" },
    place: { type: "string" },
  },
  indexes: {
    person: {
      collection: "person",
      pk: { field: "pk", composite: ["candidateId"] },
      sk: { field: "sk", composite: ["consentId"] },
    },
  },
});
