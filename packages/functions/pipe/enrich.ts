import { unmarshall } from "@aws-sdk/util-dynamodb";
import middy from "@middy/core";
import { Moments as Way } from "@perennial/core/enrolment/events.ts";
import { packed } from "@perennial/core/figures/together.ts";
import { Moments as Mail } from "@perennial/core/message/events.ts";
import type { DynamoDBRecord } from "aws-lambda";

type Item = Record<string, unknown>;

interface Entry {
  readonly source: "perennial";
  readonly "detail-type": string;
  readonly detail: Item;
}

/** A table change as the plain event the bus carries: ids and facts, no keys, no DynamoDB types. */
export const handler = middy<DynamoDBRecord[], Entry[]>().handler(async (records) =>
  packed(records.map(told)).map(({ type, detail }) => ({ source: "perennial", "detail-type": type, detail })),
);

function told({ eventName, dynamodb }: DynamoDBRecord) {
  const item = unmarshall((dynamodb?.NewImage ?? {}) as Parameters<typeof unmarshall>[0]);
  return { type: typeOf(item, eventName), detail: detailOf(item) };
}

/** Events name themselves; a message and an enrolment are their own log entry, so their moment is named here. */
function typeOf(item: Item, eventName: string | undefined): string {
  if (item.__edb_e__ === "event") return String(item.type);
  if (item.__edb_e__ === "message") return Mail.Accepted;
  if (eventName === "INSERT") return item.end === undefined ? Way.Entered : Way.LeftOut;
  return Way.Ended;
}

/** What the bus may carry of an item; named one by one, so that a new attribute does not leak by itself. */
const CARRIED = [
  ...["eventId", "at", "actor", "trace", "candidateId", "campaignId", "stepId", "messageId", "enrolmentId"],
  ...["data", "end", "endedAt", "endedBatch", "enteredAt", "settledAt", "tracked"],
];

const detailOf = (item: Item): Item =>
  Object.fromEntries(CARRIED.flatMap((name) => (item[name] === undefined ? [] : [[name, item[name]]])));
