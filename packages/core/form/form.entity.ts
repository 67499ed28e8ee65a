import { Entity } from "electrodb";

export const FormEntity = new Entity({
  model: { service: "perennial", entity: "form", version: "1" },
  attributes: {
    formId: { type: "string", required: true },
    name: { type: "string", required: true },
    createdAt: { type: "string", required: true },
  },
  indexes: {
    primary: { pk: { field: "pk", composite: ["formId"] }, sk: { field: "sk", composite: [] } },
    catalogue: {
      index: "gsi1",
      pk: { field: "gsi1pk", composite: [] },
      sk: { field: "gsi1sk", composite: ["createdAt", "formId"] },
    },
  },
});
