import { Entity } from "electrodb";

export const TemplateEntity = new Entity({
  model: { service: "perennial", entity: "template", version: "1" },
  attributes: {
    templateId: { type: "string", required: true },
    name: { type: "string", required: true },
    wordings: { type: "any", required: true },
    revision: { type: "number", required: true, default: 0 },
    createdAt: { type: "string", required: true },
    updatedAt: { type: "string", required: true },
  },
  indexes: {
    primary: { pk: { field: "pk", composite: ["templateId"] }, sk: { field: "sk", composite: [] } },
    catalogue: {
      index: "gsi1",
      pk: { field: "gsi1pk", composite: [] },
      sk: { field: "gsi1sk", composite: ["createdAt", "templateId"] },
    },
  },
});
