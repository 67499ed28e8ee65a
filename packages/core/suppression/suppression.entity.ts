import { Entity } from "electrodb";

/** One list for everything, keyed by the keyed hash of the address; it survives erasure. */
export const SuppressionEntity = new Entity({
  model: { service: "perennial", entity: "suppression", version: "1" },
  attributes: {
    addressHash: { type: "string", required: true },
    reason: { type: ["bounce", "complaint", "unsubscribe", "erasure"] as const, required: true },
    at: { type: "string", required: true },
    /** Its person asked to be erased; a stronger reason may stand for why it is not written to. */
    erased: { type: "boolean" },
  },
  indexes: {
    primary: { pk: { field: "pk", composite: ["addressHash"] }, sk: { field: "sk", composite: [] } },
  },
});
