import { createHash } from "node:crypto";
import { DescribeTableCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { DeleteCommand, GetCommand, PutCommand, QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { expect, test } from "vitest";
import { checkIndexes } from "./dynamodb-check.ts";
import { modelOn } from "./dynamodb-model.ts";
import { dynamodb } from "./dynamodb-setup.ts";

test("the table is the one infra describes, with ElectroDB's attributes in every projection", async () => {
  const { raw, table } = await dynamodb();
  const { Table } = await raw.send(new DescribeTableCommand({ TableName: table }));
  expect(Table?.TableStatus).toBe("ACTIVE");
  expect(Table?.GlobalSecondaryIndexes?.map((index) => index.IndexName)).toEqual([
    "gsi1",
    "gsi2",
    "gsi3",
    "gsi4",
    "gsi5",
  ]);
  expect(Table?.GlobalSecondaryIndexes?.[3]?.Projection?.NonKeyAttributes).toEqual(
    expect.arrayContaining(["dueAt", "__edb_e__", "__edb_v__"]),
  );
});

test("ElectroDB creates, patches, queries and removes, and the indexes follow", async () => {
  const { documents, endpoint, table } = await dynamodb();
  const { person } = modelOn(documents, table);
  await person.create({ personId: "a", stage: "new", campaignId: "k", dueAt: "2026", tags: ["x"] }).go();
  await expect(person.create({ personId: "a", stage: "new" }).go()).rejects.toThrow(
    "conditional request failed",
  );
  await person
    .patch({ personId: "a" })
    .set({ stage: "engaged" })
    .add({ score: 2, tags: ["y"] })
    .go();
  expect((await person.query.byStage({ stage: "new" }).go()).data).toEqual([]);
  expect((await person.query.byStage({ stage: "engaged" }).go()).data).toMatchObject([
    { score: 2, tags: ["x", "y"] },
  ]);
  expect((await person.query.due({ campaignId: "k" }).go()).data).toHaveLength(1);
  await person.patch({ personId: "a" }).remove(["dueAt"]).go();
  expect(await checkIndexes(endpoint, table)).toEqual([]);
  await person.remove({ personId: "a" }).go();
  expect((await person.query.byStage({ stage: "engaged" }).go()).data).toEqual([]);
});

test("an item that loses an index key leaves the index", async () => {
  const { documents, endpoint, table: TableName } = await dynamodb();
  const Key = { pk: "p", sk: "s" };
  await documents.send(new PutCommand({ TableName, Item: { ...Key, gsi4pk: "c", gsi4sk: "d" } }));
  await documents.send(new UpdateCommand({ TableName, Key, UpdateExpression: "REMOVE gsi4sk" }));
  expect(await checkIndexes(endpoint, TableName)).toEqual([]);
  const query = { KeyConditionExpression: "gsi4pk = :c", ExpressionAttributeValues: { ":c": "c" } };
  expect((await documents.send(new QueryCommand({ TableName, IndexName: "gsi4", ...query }))).Count).toBe(0);
});

test("an empty index key is refused in DynamoDB's words", async () => {
  const { documents, table: TableName } = await dynamodb();
  const Key = { pk: "p", sk: "s" };
  await expect(
    documents.send(new PutCommand({ TableName, Item: { ...Key, gsi1pk: "", gsi1sk: "x" } })),
  ).rejects.toThrow(
    "One or more parameter values are not valid. A value specified for a secondary index key is not supported. The AttributeValue for a key attribute cannot contain an empty string value. IndexName: gsi1, IndexKey: gsi1pk",
  );
  const update = { UpdateExpression: "SET gsi1pk = :e", ExpressionAttributeValues: { ":e": "" } };
  await expect(documents.send(new UpdateCommand({ TableName, Key, ...update }))).rejects.toThrow(
    "The update expression attempted to update a secondary index key to a value that is not supported",
  );
  expect((await documents.send(new GetCommand({ TableName, Key }))).Item).toBeUndefined();
});

test("a failed condition hands back the item when asked to", async () => {
  const { documents, table: TableName } = await dynamodb();
  const Item = { pk: "p", sk: "s", n: 1 };
  await documents.send(new PutCommand({ TableName, Item }));
  const condition = { ConditionExpression: "n = :two", ExpressionAttributeValues: { ":two": 2 } };
  const remove = { TableName, Key: { pk: "p", sk: "s" }, ...condition };
  const all = new DeleteCommand({ ...remove, ReturnValuesOnConditionCheckFailure: "ALL_OLD" });
  const held = { pk: { S: "p" }, sk: { S: "s" }, n: { N: "1" } };
  await expect(documents.send(all)).rejects.toMatchObject({
    name: "ConditionalCheckFailedException",
    Item: held,
  });
  const none = await documents.send(new DeleteCommand(remove)).catch((error) => error);
  expect(none.Item).toBeUndefined();
});

test("items that differ only in a hash of 24 bits keep their own index rows, over pages too", async () => {
  const { documents, endpoint, table: TableName } = await dynamodb();
  const twins = collision("p");
  for (const sk of twins)
    await documents.send(new PutCommand({ TableName, Item: { pk: "p", sk, gsi1pk: "org", gsi1sk: "same" } }));
  const query = { KeyConditionExpression: "gsi1pk = :o", ExpressionAttributeValues: { ":o": "org" } };
  for (const ScanIndexForward of [true, false]) {
    const first = { TableName, IndexName: "gsi1", ...query, Limit: 1, ScanIndexForward };
    const one = await documents.send(new QueryCommand(first));
    const two = await documents.send(new QueryCommand({ ...first, ExclusiveStartKey: one.LastEvaluatedKey }));
    expect([one, two].map((page) => page.Items?.[0]?.sk).sort()).toEqual([...twins].sort());
  }
  expect(await checkIndexes(endpoint, TableName)).toEqual([]);
});

test("what it does not know is named: operations, tables, oversized items", async () => {
  const { endpoint, raw } = await dynamodb();
  const headers = { "x-amz-target": "DynamoDB_20120810.ExecuteStatement" };
  const response = await fetch(endpoint, { method: "POST", headers, body: "{}" });
  expect(await response.json()).toMatchObject({
    __type: expect.stringContaining("UnknownOperationException"),
  });
  const Item = { pk: { S: "p" }, sk: { S: "s" } };
  await expect(raw.send(new PutItemCommand({ TableName: "other", Item }))).rejects.toThrow(
    "Requested resource not found",
  );
  const big = { ...Item, text: { S: "é".repeat(205_000) } };
  await expect(raw.send(new PutItemCommand({ TableName: "perennial", Item: big }))).rejects.toThrow(
    "maximum allowed size",
  );
});

/** Two sort keys that dynalite's index key can't tell apart. */
function collision(pk: string): [string, string] {
  const seen = new Map<string, string>();
  for (let n = 0; ; n++) {
    const sk = `s${n}`;
    const hash = createHash("md5").update("Outliers").update(pk).update(sk).digest("hex").slice(0, 6);
    const other = seen.get(hash);
    if (other !== undefined) return [other, sk];
    seen.set(hash, sk);
  }
}
