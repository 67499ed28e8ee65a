import {
  type AttributeValue,
  DescribeTableCommand,
  type DynamoDBClient,
  type GlobalSecondaryIndexDescription,
  ScanCommand,
} from "@aws-sdk/client-dynamodb";
import { clientOf } from "./dynamodb-client.ts";

type Item = Record<string, AttributeValue>;
/** What is wrong with an index row, or with an item that should have one. */
export interface Anomaly {
  readonly index: string;
  readonly problem: "missing" | "orphan" | "stale" | "doubled";
  readonly key: string;
}

/** Compares every index row with its item and every item with its index rows; an empty list is a table in order. */
export async function checkIndexes(endpoint: string, table: string): Promise<Anomaly[]> {
  const client = clientOf(endpoint);
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: table }));
    const own = (Table?.KeySchema ?? []).map((key) => key.AttributeName ?? "");
    const items = await scan(client, table);
    const found: Anomaly[] = [];
    for (const index of Table?.GlobalSecondaryIndexes ?? [])
      found.push(...check(index, own, items, await scan(client, table, index.IndexName)));
    return found;
  } finally {
    client.destroy();
  }
}

function check(
  description: GlobalSecondaryIndexDescription,
  own: string[],
  items: Item[],
  rows: Item[],
): Anomaly[] {
  const index = description.IndexName ?? "";
  const idOf = (item: Item) => text(pick(item, own));
  const expected = new Map(
    items.flatMap((item) => {
      const row = project(description, own, item);
      return row === undefined ? [] : [[idOf(item), text(row)] as const];
    }),
  );
  const seen = new Set<string>();
  const found: Anomaly[] = [];
  for (const row of rows) {
    const key = idOf(row);
    if (seen.has(key)) found.push({ index, problem: "doubled", key });
    else if (!expected.has(key)) found.push({ index, problem: "orphan", key });
    else if (expected.get(key) !== text(row)) found.push({ index, problem: "stale", key });
    seen.add(key);
  }
  for (const key of expected.keys()) if (!seen.has(key)) found.push({ index, problem: "missing", key });
  return found;
}

/** What the index should hold of an item. */
function project({ KeySchema = [], Projection }: GlobalSecondaryIndexDescription, own: string[], item: Item) {
  const keys = KeySchema.map((key) => key.AttributeName ?? "");
  if (keys.some((name) => item[name] === undefined)) return undefined;
  if (Projection?.ProjectionType === "ALL") return item;
  return pick(item, [...own, ...keys, ...(Projection?.NonKeyAttributes ?? [])]);
}

const pick = (item: Item, names: string[]) =>
  Object.fromEntries(Object.entries(item).filter(([name]) => names.includes(name)));
const text = (item: Item) => JSON.stringify(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)));

async function scan(client: DynamoDBClient, TableName: string, IndexName?: string): Promise<Item[]> {
  const found: Item[] = [];
  let from: Item | undefined;
  do {
    const page = await client.send(new ScanCommand({ TableName, IndexName, ExclusiveStartKey: from }));
    found.push(...(page.Items ?? []));
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
  return found;
}
