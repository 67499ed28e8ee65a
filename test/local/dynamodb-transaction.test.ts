import {
  GetCommand,
  PutCommand,
  TransactGetCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from "@aws-sdk/lib-dynamodb";
import { expect, test } from "vitest";
import { modelOn } from "./dynamodb-model.ts";
import { dynamodb, handClock } from "./dynamodb-setup.ts";

type Actions = NonNullable<TransactWriteCommandInput["TransactItems"]>;
const TableName = "perennial";
const at = (pk: string) => ({ pk, sk: "s" });
const add = (pk: string) => ({
  Update: {
    TableName,
    Key: at(pk),
    UpdateExpression: "ADD n :one",
    ExpressionAttributeValues: { ":one": 1 },
  },
});
const absent = (pk: string) => ({
  Put: {
    TableName,
    Item: at(pk),
    ConditionExpression: "attribute_not_exists(pk)",
    ReturnValuesOnConditionCheckFailure: "ALL_OLD" as const,
  },
});
const write = (TransactItems: Actions, token?: string) =>
  new TransactWriteCommand({ TransactItems, ...(token !== undefined && { ClientRequestToken: token }) });

test("a transaction is written whole or not at all, with a reason for each action", async () => {
  const { documents } = await dynamodb();
  const check = {
    ConditionCheck: { TableName, Key: at("b"), ConditionExpression: "attribute_not_exists(pk)" },
  };
  await documents.send(write([absent("a"), add("n"), check]));
  await expect(documents.send(write([add("n"), absent("a"), check]))).rejects.toMatchObject({
    name: "TransactionCanceledException",
    message: expect.stringContaining("[None, ConditionalCheckFailed, None]"),
    CancellationReasons: [
      { Code: "None" },
      { Code: "ConditionalCheckFailed", Item: { pk: { S: "a" }, sk: { S: "s" } } },
      { Code: "None" },
    ],
  });
  expect((await documents.send(new GetCommand({ TableName, Key: at("n") }))).Item?.n).toBe(1);
});

test("ElectroDB sees the cancellation", async () => {
  const { documents, table } = await dynamodb();
  const { service } = modelOn(documents, table);
  const join = () =>
    service.transaction
      .write(({ person, counter }) => [
        person.create({ personId: "a", stage: "new" }).commit({ response: "all_old" }),
        counter.upsert({ name: "joined" }).add({ n: 1 }).commit(),
      ])
      .go();
  expect((await join()).canceled).toBe(false);
  const second = await join();
  expect(second.canceled).toBe(true);
  expect(second.data[0]).toMatchObject({
    rejected: true,
    code: "ConditionalCheckFailed",
    item: { stage: "new" },
  });
});

test("a token makes a transaction happen once, also after a restart, for ten minutes", async () => {
  const clock = handClock();
  const first = await dynamodb({ clock });
  await first.documents.send(write([add("n")], "token"));
  await first.documents.send(write([add("n")], "token"));
  await expect(first.documents.send(write([add("m")], "token"))).rejects.toThrow("different parameters");
  await first.stop();
  const second = await dynamodb({ path: first.path, clock });
  await second.documents.send(write([add("n")], "token"));
  const count = async () =>
    (await second.documents.send(new GetCommand({ TableName, Key: at("n") }))).Item?.n;
  expect(await count()).toBe(1);
  clock.forward(600_000);
  await second.documents.send(write([add("n")], "token"));
  expect(await count()).toBe(2);
});

test("a hundred transactions on the same two items all count", async () => {
  const { documents } = await dynamodb();
  await Promise.all(
    Array.from({ length: 100 }, (_, n) =>
      documents.send(write(n % 2 ? [add("a"), add("b")] : [add("b"), add("a")])),
    ),
  );
  const both = ["a", "b"].map((pk) => ({ Get: { TableName, Key: at(pk) } }));
  const { Responses } = await documents.send(new TransactGetCommand({ TransactItems: both }));
  expect(Responses?.map((each) => each.Item?.n)).toEqual([100, 100]);
});

test("what AWS refuses outright is refused", async () => {
  const { documents } = await dynamodb();
  const send = (actions: Actions) => documents.send(write(actions));
  await expect(send([add("a"), absent("a")])).rejects.toThrow("multiple operations on one item");
  await expect(send(Array.from({ length: 101 }, (_, n) => add(`${n}`)))).rejects.toThrow(
    "less than or equal to 100",
  );
  await expect(send([])).rejects.toThrow("greater than or equal to 1");
  const large = (n: number) => ({ Put: { TableName, Item: { ...at(`${n}`), text: "x".repeat(390_000) } } });
  await expect(send(Array.from({ length: 11 }, (_, n) => large(n)))).rejects.toThrow("cannot exceed 4 MB");
  const empty = { Put: { TableName, Item: { ...at("e"), gsi1pk: "", gsi1sk: "x" } } };
  await expect(send([empty])).rejects.toThrow("cannot contain an empty string value. IndexName: gsi1");
});

test("an action that is wrong only for this item cancels with its message", async () => {
  const { documents } = await dynamodb();
  await documents.send(new PutCommand({ TableName, Item: { ...at("a"), n: "text" } }));
  await expect(documents.send(write([add("a")]))).rejects.toMatchObject({
    CancellationReasons: [
      { Code: "ValidationError", Message: expect.stringContaining("incorrect data type") },
    ],
  });
});
