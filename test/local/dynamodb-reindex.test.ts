import { PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { expect, test } from "vitest";
import { table } from "../../infra/table.ts";
import { checkIndexes } from "./dynamodb-check.ts";
import { dynamodb } from "./dynamodb-setup.ts";

test("indexes that infra has added, changed or dropped since are brought in line from the items", async () => {
  const narrow = { ...table.indexes[0], projection: ["name"] };
  const gone = { ...table.indexes[0], name: "gsi9" };
  const before = await dynamodb({ spec: { ...table, indexes: [narrow, gone] } });
  const Item = { pk: "p", sk: "s", gsi1pk: "g", gsi1sk: "1", gsi4pk: "c", gsi4sk: "1", dueAt: "1" };
  await before.documents.send(new PutCommand({ TableName: table.name, Item }));
  await before.stop();

  const { documents, endpoint } = await dynamodb({ path: before.path });
  expect(await checkIndexes(endpoint, table.name)).toEqual([]);
  const query = { KeyConditionExpression: "gsi4pk = :c", ExpressionAttributeValues: { ":c": "c" } };
  const due = await documents.send(new QueryCommand({ TableName: table.name, IndexName: "gsi4", ...query }));
  expect(due.Items).toEqual([{ pk: "p", sk: "s", gsi4pk: "c", gsi4sk: "1", dueAt: "1" }]);
});
