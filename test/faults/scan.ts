import { DynamoDBDocumentClient, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { table } from "../../infra/index.ts";
import type { Item } from "../flows/support/recount.ts";
import { clientOf } from "../local/dynamodb-client.ts";

export const TABLE = table.name;

/** Everything in the table. */
export async function scan(endpoint: string): Promise<Item[]> {
  const raw = clientOf(endpoint);
  const client = DynamoDBDocumentClient.from(raw);
  const found: Item[] = [];
  let from: Item | undefined;
  do {
    const start = from ? { ExclusiveStartKey: from } : {};
    const page = await client.send(new ScanCommand({ TableName: TABLE, ConsistentRead: true, ...start }));
    found.push(...(page.Items ?? []));
    from = page.LastEvaluatedKey;
  } while (from);
  raw.destroy();
  return found;
}
