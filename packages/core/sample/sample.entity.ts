import { Entity } from "electrodb";

/** One item: how far the sample workspace is laid out or removed. */
export const SampleEntity = new Entity({
  model: { service: "perennial", entity: "sample", version: "1" },
  attributes: {
    key: { type: "string", required: true, default: "sample", readOnly: true },
    state: { type: ["laying", "there", "removing"] as const, required: true },
    people: { type: "number", required: true },
    done: { type: "number", required: true },
    /** What the people are made from: the same again makes the same people. */
    begunAt: { type: "string", required: true },
    recruiterId: { type: "string", required: true },
    controller: { type: "string", required: true },
    /** What they count so far; put with the figures once all are there. */
    sums: { type: "any", required: true, default: () => ({}) },
  },
  indexes: { primary: { pk: { field: "pk", composite: ["key"] }, sk: { field: "sk", composite: [] } } },
});
