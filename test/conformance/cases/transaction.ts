import {
  GetCommand,
  PutCommand,
  TransactGetCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from "@aws-sdk/lib-dynamodb";
import { from } from "../case.ts";
import { outcome, refused } from "../outcome.ts";
import type { Place } from "../place.ts";

type Action = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];
type Make = (table: string) => Action;

const at = (pk: string) => ({ pk, sk: "s" });
const absent = "attribute_not_exists(pk)";
const join =
  (pk: string, more: object = {}): Make =>
  (TableName) => ({ Put: { TableName, Item: at(pk), ConditionExpression: absent, ...more } });
const add =
  (pk: string, by = 1): Make =>
  (TableName) => ({
    Update: {
      TableName,
      Key: at(pk),
      UpdateExpression: "ADD n :by",
      ExpressionAttributeValues: { ":by": by },
    },
  });
const check =
  (pk: string, ConditionExpression: string): Make =>
  (TableName) => ({ ConditionCheck: { TableName, Key: at(pk), ConditionExpression } });
const drop =
  (pk: string): Make =>
  (TableName) => ({ Delete: { TableName, Key: at(pk), ConditionExpression: "attribute_exists(pk)" } });
const set =
  (pk: string, t: string): Make =>
  (TableName) => ({
    Update: {
      TableName,
      Key: at(pk),
      UpdateExpression: "SET t = :t",
      ExpressionAttributeValues: { ":t": t },
    },
  });

const index =
  (pk: string, gsi1pk: unknown): Make =>
  (TableName) => ({
    Update: {
      TableName,
      Key: at(pk),
      UpdateExpression: "SET gsi1pk = :k",
      ExpressionAttributeValues: { ":k": gsi1pk },
    },
  });

const write = ({ documents, table }: Place, actions: readonly Make[], ClientRequestToken?: string) =>
  documents.send(
    new TransactWriteCommand({
      TransactItems: actions.map((make) => make(table)),
      ...(ClientRequestToken !== undefined && { ClientRequestToken }),
    }),
  );
const hold = ({ documents, table: TableName }: Place, pk: string, more: object = {}) =>
  documents.send(new PutCommand({ TableName, Item: { ...at(pk), ...more } }));
const read = ({ documents, table: TableName }: Place, pk: string) =>
  outcome(
    documents.send(new GetCommand({ TableName, Key: at(pk), ConsistentRead: true })),
    (it) => it.Item ?? "absent",
  );

const cancelled = (...reasons: unknown[]) => ({ refused: "TransactionCanceledException", reasons });
const invalid = refused("ValidationException");
const many = (count: number) => Array.from({ length: count }, (_, n) => add(`tm${n}`));
const transact = from("dynamodb transaction", "DynamoDB API reference, TransactWriteItems");

export const transactions = [
  transact("everything holds", ["done", { ...at("t1n"), n: 1 }], async (place) => [
    await outcome(write(place, [join("t1"), add("t1n"), check("t1c", absent)])),
    await read(place, "t1n"),
  ]),
  transact(
    "one condition fails, and a reason stands for each",
    [cancelled("None", "ConditionalCheckFailed", "None"), "absent"],
    async (place) => {
      await hold(place, "t2");
      return [
        await outcome(write(place, [add("t2n"), join("t2"), check("t2c", absent)])),
        await read(place, "t2n"),
      ];
    },
  ),
  transact(
    "a failed condition hands back the item",
    cancelled({ code: "ConditionalCheckFailed", item: { pk: { S: "t3" }, sk: { S: "s" } } }, "None"),
    async (place) => {
      await hold(place, "t3");
      const handBack = { ReturnValuesOnConditionCheckFailure: "ALL_OLD" };
      return outcome(write(place, [join("t3", handBack), add("t3n")]));
    },
  ),
  transact("two conditions fail", cancelled("ConditionalCheckFailed", "ConditionalCheckFailed"), (place) =>
    outcome(write(place, [drop("t4a"), check("t4b", "attribute_exists(pk)")])),
  ),
  transact("the same token again", { ...at("t5"), n: 1 }, async (place) => {
    await write(place, [add("t5")], "conformance-t5");
    await write(place, [add("t5")], "conformance-t5");
    return read(place, "t5");
  }),
  transact(
    "the same token for something else",
    refused("IdempotentParameterMismatchException"),
    async (place) => {
      await write(place, [add("t6")], "conformance-t6");
      return outcome(write(place, [add("t6", 2)], "conformance-t6"));
    },
  ),
  transact(
    "the same token after a cancellation",
    [cancelled("ConditionalCheckFailed"), "done"],
    async (place) => {
      const once = [drop("t7")];
      const first = await outcome(write(place, once, "conformance-t7"));
      await hold(place, "t7");
      return [first, await outcome(write(place, once, "conformance-t7"))];
    },
  ),
  transact("a token of 37 characters", invalid, (place) =>
    outcome(write(place, [add("t8")], "x".repeat(37))),
  ),
  transact("two actions on one item", invalid, (place) =>
    outcome(write(place, [add("t9"), check("t9", absent)])),
  ),
  transact("a hundred actions", "done", (place) => outcome(write(place, many(100)))),
  transact("a hundred and one actions", invalid, (place) => outcome(write(place, many(101)))),
  transact("over 4 MB together", invalid, (place) =>
    outcome(
      write(
        place,
        Array.from({ length: 11 }, (_, n) => set(`tl${n}`, "x".repeat(390_000))),
      ),
    ),
  ),
  transact("no action", invalid, (place) => outcome(write(place, []))),
  transact("a number added to a text", cancelled("None", "ValidationError"), async (place) => {
    await hold(place, "t10", { n: "text" });
    return outcome(write(place, [add("t10a"), add("t10")]));
  }),
  transact("an item that grows over 400 KB", cancelled("None", "ValidationError"), async (place) => {
    await hold(place, "t11", { rest: "x".repeat(300_000) });
    return outcome(write(place, [add("t11a"), set("t11", "x".repeat(200_000))]));
  }),
  transact("an update to an index key over 2,048 bytes", cancelled("None", "ValidationError"), (place) =>
    outcome(write(place, [add("t14a"), index("t14", "x".repeat(2049))])),
  ),
  transact("an update to an index key that is a number", cancelled("None", "ValidationError"), (place) =>
    outcome(write(place, [add("t15a"), index("t15", 1)])),
  ),
  transact("a partition key over 2,048 bytes", invalid, (place) =>
    outcome(write(place, [add("x".repeat(2049))])),
  ),
  transact("an empty index key", invalid, (place) =>
    outcome(
      write(place, [
        (TableName) => ({ Put: { TableName, Item: { ...at("t12"), gsi1pk: "", gsi1sk: "x" } } }),
      ]),
    ),
  ),
  from("dynamodb transaction", "DynamoDB API reference, TransactGetItems")(
    "reads what is there and what is not, in order",
    [{ ...at("t13"), n: 1 }, "absent"],
    async (place) => {
      await hold(place, "t13", { n: 1, rest: "x" });
      const Get = (pk: string) => ({
        Get: { TableName: place.table, Key: at(pk), ProjectionExpression: "pk, sk, n" },
      });
      const command = new TransactGetCommand({ TransactItems: [Get("t13"), Get("t13-not")] });
      return outcome(place.documents.send(command), (it) =>
        it.Responses?.map(({ Item }) => Item ?? "absent"),
      );
    },
  ),
];
