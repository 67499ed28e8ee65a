import { Entity } from "electrodb";

/** How often something was asked for in one window of time; the table forgets it afterwards. */
export const LimitEntity = new Entity({
  model: { service: "perennial", entity: "limit", version: "1" },
  attributes: {
    /** Keyed hash of what is counted and of the window: nothing of it can be read back or followed from window to window. */
    limitId: { type: "string", required: true },
    count: { type: "number", required: true },
    /** Epoch seconds. */
    expiresAt: { type: "number", required: true },
  },
  indexes: {
    primary: { pk: { field: "pk", composite: ["limitId"] }, sk: { field: "sk", composite: [] } },
  },
});
