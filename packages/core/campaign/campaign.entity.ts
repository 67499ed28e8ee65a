import { Entity } from "electrodb";

export const CampaignEntity = new Entity({
  model: { service: "perennial", entity: "campaign", version: "1" },
  attributes: {
    campaignId: { type: "string", required: true },
    name: { type: "string", required: true },
    state: { type: ["draft", "running", "paused", "stopped", "failed", "finished"] as const, required: true },
    entry: { type: "any", required: true },
    steps: { type: "any", required: true },
    version: { type: "number", required: true, default: 1 },
    sender: { type: "any" },
    startsAt: { type: "string" },
    grid: { type: "number", required: true, default: 15 },
    enrolledAt: { type: "string" },
    finishedAt: { type: "string" },
    revision: { type: "number", required: true, default: 0 },
    epoch: { type: "number", required: true, default: 0 },
    run: { type: "number", required: true, default: 0 },
    wakeAt: { type: "string" },
    awakeUntil: { type: "string" },
    notBefore: { type: "string" },
    hold: { type: "any" },
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

/** The steps of one version of a campaign, for whoever entered by it. Never changed. */
export const JourneyEntity = new Entity({
  model: { service: "perennial", entity: "journey", version: "1" },
  attributes: {
    campaignId: { type: "string", required: true },
    version: { type: "number", required: true, padding: { length: 5, char: "0" } },
    steps: { type: "any", required: true },
    at: { type: "string", required: true },
    by: { type: "string", required: true },
  },
  indexes: {
    primary: { pk: { field: "pk", composite: ["campaignId"] }, sk: { field: "sk", composite: ["version"] } },
  },
});
