import { BatchGetCommand, BatchWriteCommand, QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { batchGet } from "../batch-get.ts";
import { entities } from "../service.ts";
import { client } from "../table.ts";
import type { Item } from "./life.ts";

/** BatchWriteItem takes so many (API reference). */
const BATCH = 25;
const WRITERS = 4;
const FIRST_PAUSE_MS = 50;

type Requests = NonNullable<ConstructorParameters<typeof BatchWriteCommand>[0]["RequestItems"]>[string];

export const putAll = (items: readonly Item[]): Promise<void> =>
  inBatches(items.map((Item) => ({ PutRequest: { Item } })));

export const removeAll = (keys: readonly Item[]): Promise<void> =>
  inBatches(keys.map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } })));

/** Items that are there under these keys, read strongly; a hundred at most (API BatchGetItem). */
export async function there(keys: readonly Item[]): Promise<Item[]> {
  const asked = keys.map(({ pk, sk }) => ({ pk, sk }));
  return batchGet(asked, async (Keys) => {
    const { Responses = {}, UnprocessedKeys = {} } = await client.send(
      new BatchGetCommand({ RequestItems: { [tableName()]: { Keys, ConsistentRead: true } } }),
    );
    const unprocessed = (UnprocessedKeys[tableName()]?.Keys ?? []) as typeof asked;
    return { data: (Responses[tableName()] ?? []) as Item[], unprocessed };
  });
}

/** They are real from now on: without the mark they are not removed with the sample, nor laid out anew. */
export async function keepAll(items: readonly Item[]): Promise<void> {
  for (const { pk, sk } of items)
    await client.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: { pk, sk },
        UpdateExpression: "REMOVE #mark",
        ConditionExpression: "attribute_exists(pk)",
        ExpressionAttributeNames: { "#mark": "sample" },
      }),
    );
}

async function inBatches(requests: Requests): Promise<void> {
  const waiting = Array.from({ length: Math.ceil(requests.length / BATCH) }, (_, index) =>
    requests.slice(index * BATCH, (index + 1) * BATCH),
  );
  const writer = async () => {
    for (let batch = waiting.pop(); batch; batch = waiting.pop()) await writeBatch(batch);
  };
  await Promise.all(Array.from({ length: WRITERS }, writer));
}

/** What DynamoDB had no capacity for is written again, a little later each time. */
async function writeBatch(batch: Requests): Promise<void> {
  for (let [open, attempt] = [batch, 1]; open.length > 0; attempt++) {
    const { UnprocessedItems = {} } = await client.send(
      new BatchWriteCommand({ RequestItems: { [tableName()]: open } }),
    );
    open = UnprocessedItems[tableName()] ?? [];
    if (open.length > 0) await new Promise((resolve) => setTimeout(resolve, FIRST_PAUSE_MS * 2 ** attempt));
  }
}

interface Params {
  readonly TableName: string;
  readonly Key: { readonly pk: string };
}

const paramsOf = (candidateId: string) => entities.gate.get({ candidateId }).params() as unknown as Params;
const tableName = () => paramsOf("").TableName;

/** Everything that lies under a person, whatever entity it is of. */
export async function under(candidateId: string): Promise<Item[]> {
  const { TableName, Key } = paramsOf(candidateId);
  const found: Item[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName,
        ConsistentRead: true,
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: { ":pk": Key.pk },
        ...(start ? { ExclusiveStartKey: start } : {}),
      }),
    );
    found.push(...Items);
    start = LastEvaluatedKey;
  } while (start);
  return found;
}
