import { Entity } from "electrodb";

export const SegmentEntity = new Entity({
  model: { service: "perennial", entity: "segment", version: "1" },
  attributes: {
    segmentId: { type: "string", required: true },
    name: { type: "string", required: true },
    rule: { type: "any", required: true },
    revision: { type: "number", required: true, default: 0 },
    createdAt: { type: "string", required: true },
    updatedAt: { type: "string", required: true },
  },
  indexes: {
    primary: { pk: { field: "pk", composite: ["segmentId"] }, sk: { field: "sk", composite: [] } },
    catalogue: {
      index: "gsi1",
      pk: { field: "gsi1pk", composite: [] },
      sk: { field: "gsi1sk", composite: ["createdAt", "segmentId"] },
    },
  },
});
