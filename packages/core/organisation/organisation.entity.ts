import { Entity } from "electrodb";

/** One item: the organisation this deployment serves. */
export const OrganisationEntity = new Entity({
  model: { service: "perennial", entity: "organisation", version: "1" },
  attributes: {
    key: { type: "string", required: true, default: "organisation", readOnly: true },
    name: { type: "string" },
    postalAddress: { type: "string" },
    privacyUrl: { type: "string" },
    imprintUrl: { type: "string" },
    privacyEmail: { type: "string" },
    senderName: { type: "string" },
    senderEmail: { type: "string" },
    zone: { type: "string" },
    languages: { type: "list", items: { type: "string" } },
    policy: { type: "any" },
    revision: { type: "number", required: true, default: 0 },
  },
  indexes: { primary: { pk: { field: "pk", composite: ["key"] }, sk: { field: "sk", composite: [] } } },
});
