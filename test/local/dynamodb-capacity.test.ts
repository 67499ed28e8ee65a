import {
  BatchWriteCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactGetCommand,
  TransactWriteCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { expect, test } from "vitest";
import { dynamodb } from "./dynamodb-setup.ts";

const TableName = "perennial";
const Key = { pk: "p", sk: "s" };
const indexed = { ...Key, gsi4pk: "c", gsi4sk: "1", dueAt: "1" };
const asked = { TableName, ReturnConsumedCapacity: "INDEXES" as const };
const units = (capacity: { CapacityUnits?: number | undefined } | undefined) => capacity?.CapacityUnits;
const text = (kilobytes: number) => "é".repeat(kilobytes * 512);

async function table() {
  const { documents } = await dynamodb();
  const put = async (Item: Record<string, unknown>) =>
    (await documents.send(new PutCommand({ ...asked, Item }))).ConsumedCapacity;
  const set = async (name: string, value: unknown) => {
    const UpdateExpression = "SET #n = :v";
    const names = { ExpressionAttributeNames: { "#n": name }, ExpressionAttributeValues: { ":v": value } };
    return (await documents.send(new UpdateCommand({ ...asked, Key, UpdateExpression, ...names })))
      .ConsumedCapacity;
  };
  return { documents, put, set };
}

test("a write costs a unit a kilobyte of the larger image", async () => {
  const { put } = await table();
  expect(units(await put({ ...Key, text: text(3) }))).toBe(4);
  expect(units(await put(Key))).toBe(4);
  expect(units(await put(Key))).toBe(1);
});

test("an index costs by what changes in its row", async () => {
  const { documents, put, set } = await table();
  const gsi4 = async (write: ReturnType<typeof put>) => units((await write)?.GlobalSecondaryIndexes?.gsi4);
  expect(await gsi4(put(indexed))).toBe(1);
  expect(await gsi4(put(indexed))).toBeUndefined();
  expect(await gsi4(set("name", "not projected"))).toBeUndefined();
  expect(await gsi4(set("dueAt", "projected"))).toBe(1);
  expect(await gsi4(set("gsi4sk", "2"))).toBe(2);
  const removed = await documents.send(new DeleteCommand({ ...asked, Key }));
  expect(removed.ConsumedCapacity).toMatchObject({ CapacityUnits: 2, Table: { CapacityUnits: 1 } });
  expect(units((await documents.send(new DeleteCommand({ ...asked, Key }))).ConsumedCapacity)).toBe(1);
});

test("a transaction doubles the table's part, and a repetition reads", async () => {
  const { documents } = await table();
  const TransactItems = [
    { Put: { TableName, Item: { ...indexed, text: text(1) } } },
    {
      ConditionCheck: {
        TableName,
        Key: { pk: "x", sk: "x" },
        ConditionExpression: "attribute_not_exists(pk)",
      },
    },
  ];
  const write = new TransactWriteCommand({
    TransactItems,
    ClientRequestToken: "t",
    ReturnConsumedCapacity: "INDEXES",
  });
  const [first] = (await documents.send(write)).ConsumedCapacity ?? [];
  expect(first).toMatchObject({ CapacityUnits: 7, WriteCapacityUnits: 7, Table: { WriteCapacityUnits: 6 } });
  const [again] = (await documents.send(write)).ConsumedCapacity ?? [];
  expect(again).toMatchObject({ CapacityUnits: 4, ReadCapacityUnits: 4 });
});

test("a batch adds up", async () => {
  const { documents } = await table();
  const Items = [indexed, { pk: "q", sk: "s" }].map((Item) => ({ PutRequest: { Item } }));
  const batch = new BatchWriteCommand({
    RequestItems: { [TableName]: Items },
    ReturnConsumedCapacity: "TOTAL",
  });
  expect((await documents.send(batch)).ConsumedCapacity).toEqual([{ TableName, CapacityUnits: 3 }]);
});

test("a read costs a unit each 4 KB, half when it may be late, double in a transaction", async () => {
  const { documents, put } = await table();
  await put({ ...Key, text: "x".repeat(5000) });
  const get = async (ConsistentRead: boolean) =>
    units((await documents.send(new GetCommand({ ...asked, Key, ConsistentRead }))).ConsumedCapacity);
  expect([await get(true), await get(false)]).toEqual([2, 1]);
  const TransactItems = [{ Get: { TableName, Key } }];
  const both = await documents.send(
    new TransactGetCommand({ TransactItems, ReturnConsumedCapacity: "TOTAL" }),
  );
  expect(both.ConsumedCapacity?.[0]).toMatchObject({ CapacityUnits: 4, ReadCapacityUnits: 4 });
  const query = { KeyConditionExpression: "pk = :p", ExpressionAttributeValues: { ":p": "nobody" } };
  expect(units((await documents.send(new QueryCommand({ ...asked, ...query }))).ConsumedCapacity)).toBe(0.5);
});
