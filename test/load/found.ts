import { DynamoDBDocumentClient, paginateScan } from "@aws-sdk/lib-dynamodb";
import { table } from "../../infra/index.ts";
import type { Cloud } from "../../packages/local/cloud.ts";
import type { DeadLetter, Evidence, Sent } from "../faults/evidence.ts";
import { deadLetters, waitingIn } from "../faults/evidence.ts";
import type { Item } from "../flows/support/recount.ts";
import { clientOf } from "../local/dynamodb-client.ts";

/** What is there once everything has come to rest. */
export interface Found {
  /** Addresses, their guards and their people, with what says that they belong together. */
  readonly items: readonly Item[];
  readonly mails: readonly Sent[];
  readonly dead: readonly DeadLetter[];
  readonly waiting: Evidence["waiting"];
  /** By the movable clock. */
  readonly now: string;
}

export async function found(cloud: Cloud): Promise<Found> {
  const { services, clock } = cloud;
  return {
    items: await holders(services.dynamodb.endpoint),
    mails: await mailsOf(cloud),
    dead: await deadLetters(cloud),
    waiting: await waitingIn(cloud),
    now: new Date(clock.ms()).toISOString(),
  };
}

/** Of a hundred thousand people with all that happened to them only what tells who has which address. */
async function holders(endpoint: string): Promise<Item[]> {
  const client = clientOf(endpoint);
  const pages = paginateScan(
    { client: DynamoDBDocumentClient.from(client) },
    {
      TableName: table.name,
      ConsistentRead: true,
      FilterExpression: "#kind IN (:address, :guard, :candidate)",
      ProjectionExpression: "#kind, candidateId, addressHash, #raw, expiresAt",
      ExpressionAttributeNames: { "#kind": "__edb_e__", "#raw": "raw" },
      ExpressionAttributeValues: { ":address": "address", ":guard": "guard", ":candidate": "candidate" },
    },
  );
  const items: Item[] = [];
  for await (const { Items = [] } of pages) items.push(...Items);
  client.destroy();
  return items;
}

async function mailsOf({ services }: Cloud): Promise<Sent[]> {
  const all = await services.email.list({ limit: Number.MAX_SAFE_INTEGER });
  return all.map(({ id, at, destination, tags }) => ({
    ...{ id, at, to: String(destination[0]) },
    tags: Object.fromEntries(Object.entries(tags).map(([name, [value = ""]]) => [name, value])),
  }));
}
