import { Entity } from "electrodb";

export const ImportEntity = new Entity({
  model: { service: "perennial", entity: "import", version: "1" },
  attributes: {
    importId: { type: "string", required: true },
    fileName: { type: "string", required: true },
    bytes: { type: "number", required: true },
    state: { type: ["draft", "running", "finished", "failed"] as const, required: true },
    by: { type: "any", required: true },
    mapping: { type: "any" },
    columns: { type: "list", items: { type: "string" } },
    dialect: { type: "any" },
    rows: { type: "number" },
    parts: { type: "number" },
    attempt: { type: "number", required: true, default: 0 },
    failure: { type: "string" },
    counts: { type: "any" },
    notes: { type: "any" },
    createdAt: { type: "string", required: true },
    startedAt: { type: "string" },
    finishedAt: { type: "string" },
    revision: { type: "number", required: true, default: 1 },
  },
  indexes: {
    primary: { pk: { field: "pk", composite: ["importId"] }, sk: { field: "sk", composite: [] } },
    catalogue: {
      index: "gsi1",
      pk: { field: "gsi1pk", composite: [] },
      sk: { field: "gsi1sk", composite: ["createdAt", "importId"] },
    },
  },
});

/** Some hundred rows that one task reads. It is there once somebody began them, and has counts once they are done. */
export const PartEntity = new Entity({
  model: { service: "perennial", entity: "importPart", version: "1" },
  attributes: {
    importId: { type: "string", required: true },
    part: { type: "number", required: true, padding: { length: 6, char: "0" } },
    begunAt: { type: "string", required: true },
    counts: { type: "any" },
    notes: { type: "any" },
  },
  indexes: {
    primary: { pk: { field: "pk", composite: ["importId"] }, sk: { field: "sk", composite: ["part"] } },
  },
});
