import { Entity } from "electrodb";

export const CampaignEntity = new Entity({
  model: { service: "perennial", entity: "campaign", version: "1" },
  attributes: {
    campaignId: { type: "string", required: true },
    name: { type: "string", required: true },
    state: { type: ["draft", "running", "paused", "stopped", "failed"] as const, required: true },
    entry: { type: "any", required: true },
    steps: { type: "any", required: true },
    revision: { type: "number", required: true, default: 0 },
    epoch: { type: "number", required: true, default: 0 },
    run: { type: "number", required: true, default: 0 },
    wakeAt: { type: "string" },
    awakeUntil: { type: "string" },
    notBefore: { type: "string" },
    failure: { type: "string" },
    createdAt: { type: "string", required: true },
    launchedAt: { type: "string" },
  },
  indexes: {
    primary: { pk: { field: "pk", composite: ["campaignId"] }, sk: { field: "sk", composite: [] } },
    catalogue: {
      index: "gsi1",
      pk: { field: "gsi1pk", composite: [] },
      sk: { field: "gsi1sk", composite: ["createdAt", "campaignId"] },
    },
  },
});
