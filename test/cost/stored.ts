import { ScanCommand } from "@aws-sdk/client-dynamodb";
import { table } from "../../infra/index.ts";
import type { World } from "../flows/support/world.ts";
import { clientOf } from "../local/dynamodb-client.ts";

/** DynamoDB keeps so much beside each item (developer guide, "Storage"). */
const OVERHEAD = 100;
/** Bytes that half a read unit reads. */
const READ = 8192;

/** Bytes in the table and its indexes, by what reading them all would cost. */
export async function stored({ services }: World): Promise<number> {
  const client = clientOf(services.dynamodb.endpoint);
  let bytes = 0;
  for (const index of [undefined, ...table.indexes.map(({ name }) => name)]) {
    let from: Record<string, never> | undefined;
    do {
      const page = await client.send(
        new ScanCommand({
          ...{ TableName: table.name, Select: "COUNT", ReturnConsumedCapacity: "TOTAL" },
          ...(index ? { IndexName: index } : {}),
          ...(from ? { ExclusiveStartKey: from } : {}),
        }),
      );
      bytes += (page.ConsumedCapacity?.CapacityUnits ?? 0) * READ + (page.ScannedCount ?? 0) * OVERHEAD;
      from = page.LastEvaluatedKey as typeof from;
    } while (from);
  }
  client.destroy();
  return bytes;
}
