import { randomUUID } from "node:crypto";
import { account, region } from "../wire/names.ts";

/** An event as a bus carries it (EventBridge guide, "Event structure"). */
export interface Envelope {
  readonly version: "0";
  readonly id: string;
  readonly "detail-type": string;
  readonly source: string;
  readonly account: string;
  /** ISO 8601 in whole seconds. */
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: Readonly<Record<string, unknown>>;
}

interface Content {
  readonly source: string;
  readonly detailType: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly resources: readonly string[];
  /** Epoch milliseconds. */
  readonly at: number;
}

export const envelopeOf = ({ source, detailType, detail, resources, at }: Content): Envelope => ({
  version: "0",
  id: randomUUID(),
  "detail-type": detailType,
  source,
  account,
  time: new Date(at).toISOString().replace(/\.\d+Z$/, "Z"),
  region,
  resources,
  detail,
});
