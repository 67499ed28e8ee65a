import { CreateTableCommand, DeleteTableCommand, waitUntilTableExists } from "@aws-sdk/client-dynamodb";
import { table } from "../../../infra/table.ts";
import type { Place } from "../place.ts";
import type { Undo } from "../remote.ts";

const key = (partition: string, sort: string) => [
  { AttributeName: partition, KeyType: "HASH" as const },
  { AttributeName: sort, KeyType: "RANGE" as const },
];

/** The table of `infra/table.ts` under another name; resolves once it is there. */
export async function makeTable({ documents }: Pick<Place, "documents">, TableName: string, undo: Undo) {
  const { partition, sort } = table.keys;
  const names = [partition, sort, ...table.indexes.flatMap((index) => [index.partition, index.sort])];
  await documents.send(
    new CreateTableCommand({
      TableName,
      BillingMode: "PAY_PER_REQUEST",
      KeySchema: key(partition, sort),
      AttributeDefinitions: names.map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
      GlobalSecondaryIndexes: table.indexes.map(({ name, partition, sort, projection }) => ({
        IndexName: name,
        KeySchema: key(partition, sort),
        Projection:
          projection === "ALL"
            ? { ProjectionType: "ALL" }
            : { ProjectionType: "INCLUDE", NonKeyAttributes: [...projection] },
      })),
    }),
  );
  undo(() => documents.send(new DeleteTableCommand({ TableName })));
  await waitUntilTableExists({ client: documents, maxWaitTime: 300 }, { TableName });
}
