import { Entity } from "electrodb";

/**
 * What somebody was known by who is erased, in keyed hashes, until all that lies under them is gone: her own items name them no more, and
 * nothing else leads from her to them.
 */
export const ErasureEntity = new Entity({
  model: { service: "perennial", entity: "erasure", version: "1" },
  attributes: {
    candidateId: { type: "string", required: true },
    hashes: { type: "list", items: { type: "string" }, required: true },
    /** Epoch seconds. */
    expiresAt: { type: "number", required: true },
  },
  indexes: {
    primary: { pk: { field: "pk", composite: ["candidateId"] }, sk: { field: "sk", composite: [] } },
  },
});
