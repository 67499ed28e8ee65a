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
    /** How often kept rows were blanked because their people were erased. */
    blanked: { type: "number", required: true, default: 0 },
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

/** A row that was not taken, for correction: it goes by itself after a month. */
export const RowEntity = new Entity({
  model: { service: "perennial", entity: "importRow", version: "1" },
  attributes: {
    importId: { type: "string", required: true },
    row: { type: "number", required: true, padding: { length: 7, char: "0" } },
    cells: { type: "list", items: { type: "string" }, required: true },
    code: { type: "string", required: true },
    /** Epoch seconds. */
    expiresAt: { type: "number", required: true },
  },
  indexes: {
    primary: { pk: { field: "pk", composite: ["importId"] }, sk: { field: "sk", composite: ["row"] } },
  },
});

/** Which kept rows name this address or page: so that they are found when its person is erased. */
export const TraceEntity = new Entity({
  model: { service: "perennial", entity: "importTrace", version: "1" },
  attributes: {
    addressHash: { type: "string", required: true },
    importId: { type: "string", required: true },
    row: { type: "number", required: true },
    /** Epoch seconds. */
    expiresAt: { type: "number", required: true },
  },
  indexes: {
    primary: {
      pk: { field: "pk", composite: ["addressHash"] },
      sk: { field: "sk", composite: ["importId", "row"] },
    },
  },
});
