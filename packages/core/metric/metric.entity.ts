import { Entity } from "electrodb";
import { COUNTERS } from "./counters.ts";

const counters = Object.fromEntries(COUNTERS.map((name) => [name, { type: "number" as const }])) as Record<
  (typeof COUNTERS)[number],
  { readonly type: "number" }
>;

/** Counters of one scope and period, spread over shards by the hash of the batch that adds. */
export const MetricEntity = new Entity({
  model: { service: "perennial", entity: "metric", version: "1" },
  attributes: {
    scope: { type: "string", required: true },
    shard: { type: "number", required: true },
    period: { type: "string", required: true },
    /** The batch that added last: whoever compares or corrects it sees whether somebody counted meanwhile. */
    last: { type: "string" },
    ...counters,
  },
  indexes: {
    primary: {
      pk: { field: "pk", composite: ["scope", "shard"] },
      sk: { field: "sk", composite: ["period"] },
    },
  },
});

/** What became of one attempt of the aggregator. It lives as long as the events it stamped. */
export const BatchEntity = new Entity({
  model: { service: "perennial", entity: "batch", version: "1" },
  attributes: {
    batchId: { type: "string", required: true },
    outcome: { type: ["committed", "aborted"] as const, required: true },
    at: { type: "string", required: true },
  },
  indexes: { primary: { pk: { field: "pk", composite: ["batchId"] }, sk: { field: "sk", composite: [] } } },
});

/** A batch that is stamped into what it will count as that is written: open until it is committed. The shards of whom it may touch, if its writer dies. */
export const TallyEntity = new Entity({
  model: { service: "perennial", entity: "tally", version: "1" },
  attributes: {
    scope: { type: "string", required: true },
    batchId: { type: "string", required: true },
    shards: { type: "any", required: true },
    at: { type: "string", required: true },
  },
  indexes: {
    primary: { pk: { field: "pk", composite: ["scope"] }, sk: { field: "sk", composite: ["batchId"] } },
  },
});
