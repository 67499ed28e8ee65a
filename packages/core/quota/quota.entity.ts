import { Entity } from "electrodb";

/** Sending quota of the account: one item a lane. */
export const QuotaEntity = new Entity({
  model: { service: "perennial", entity: "quota", version: "1" },
  attributes: {
    lane: { type: ["nurture", "service"] as const, required: true },
    /** Epoch milliseconds until which the moments of each track are leased out. */
    tracks: { type: "any", required: true, default: () => [] },
    /** Moments leased by hour, `2026-11-22T08` -> n, for the rolling day. */
    hours: { type: "any", required: true, default: () => ({}) },
    /** Mails a second and a day that the account allows, as SES said at `askedAt`. */
    perSecond: { type: "number", required: true },
    perDay: { type: "number", required: true },
    askedAt: { type: "string", required: true },
    revision: { type: "number", required: true, default: 0 },
  },
  indexes: { primary: { pk: { field: "pk", composite: ["lane"] }, sk: { field: "sk", composite: [] } } },
});
