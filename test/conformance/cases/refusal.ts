import { GetCommand, PutCommand, UpdateCommand, type UpdateCommandInput } from "@aws-sdk/lib-dynamodb";
import { type Case, from } from "../case.ts";
import { outcome, refused } from "../outcome.ts";
import type { Place } from "../place.ts";

const KB = 1024;
const at = (pk: string) => ({ pk, sk: "s" });
const invalid = refused("ValidationException");

const put =
  (Item: Record<string, unknown>, more: object = {}): Case["run"] =>
  ({ documents, table: TableName }) =>
    outcome(documents.send(new PutCommand({ TableName, Item, ...more })));
const get =
  (Key: Record<string, unknown>, more: object = {}): Case["run"] =>
  ({ documents, table: TableName }) =>
    outcome(documents.send(new GetCommand({ TableName, Key, ...more })));
/** On an item whose `n` is a text. */
const update =
  (
    pk: string,
    UpdateExpression: string,
    values?: Record<string, unknown>,
    more: Partial<UpdateCommandInput> = {},
  ) =>
  async ({ documents, table: TableName }: Place) => {
    await documents.send(new PutCommand({ TableName, Item: { ...at(pk), n: "text" } }));
    const filled = values && { ExpressionAttributeValues: values };
    return outcome(
      documents.send(new UpdateCommand({ TableName, Key: at(pk), UpdateExpression, ...filled, ...more })),
    );
  };

const limits = from("dynamodb limits", "DynamoDB guide, Quotas");
const keys = from("dynamodb keys", "DynamoDB guide, Constraints");
const words = from("dynamodb expressions", "DynamoDB guide, Expressions");

export const refusals = [
  limits("an item of 400 KB", "done", put({ ...at("r1"), t: "x".repeat(400 * KB - 8) })),
  limits("an item of one byte more", invalid, put({ ...at("r2"), t: "x".repeat(400 * KB - 7) })),
  limits(
    "an item that grows over 400 KB",
    invalid,
    update("r3", "SET t = :t", { ":t": "x".repeat(400 * KB) }),
  ),
  limits("a partition key of 2,048 bytes", "done", put({ pk: "é".repeat(KB), sk: "s" })),
  limits("a partition key over 2,048 bytes", invalid, put({ pk: `${"é".repeat(KB)}x`, sk: "s" })),
  limits("a sort key of 1,024 bytes", "done", put({ pk: "r4", sk: "x".repeat(KB) })),
  limits("a sort key over 1,024 bytes", invalid, put({ pk: "r5", sk: "x".repeat(KB + 1) })),
  limits(
    "an index's partition key over 2,048 bytes",
    invalid,
    put({ ...at("r6"), gsi1pk: "x".repeat(2 * KB + 1), gsi1sk: "x" }),
  ),
  limits(
    "an index's sort key over 1,024 bytes",
    invalid,
    put({ ...at("r7"), gsi1pk: "x", gsi1sk: "x".repeat(KB + 1) }),
  ),
  keys("an empty partition key", invalid, put(at(""))),
  keys("an empty sort key", invalid, put({ pk: "r8", sk: "" })),
  keys("no sort key", invalid, put({ pk: "r9" })),
  keys("a sort key that is a number", invalid, put({ pk: "r10", sk: 1 })),
  keys("an empty index key", invalid, put({ ...at("r11"), gsi1pk: "", gsi1sk: "x" })),
  keys("an index key that is a number", invalid, put({ ...at("r12"), gsi2pk: 1, gsi2sk: "x" })),
  keys("an update to an empty index key", invalid, update("r13", "SET gsi1pk = :e", { ":e": "" })),
  keys("an update to an index key that is a number", invalid, update("r14", "SET gsi1pk = :e", { ":e": 1 })),
  keys("an update of the key itself", invalid, update("r15", "SET sk = :e", { ":e": "t" })),
  keys("reading by half a key", invalid, get({ pk: "r16" })),
  keys("reading by more than the key", invalid, get({ ...at("r17"), gsi1pk: "x" })),
  words(
    "a value that is not used",
    invalid,
    put(at("r19"), {
      ConditionExpression: "attribute_not_exists(pk)",
      ExpressionAttributeValues: { ":x": 1 },
    }),
  ),
  words("a name that is not used", invalid, get(at("r20"), { ExpressionAttributeNames: { "#x": "x" } })),
  words("a value that is not given", invalid, put(at("r21"), { ConditionExpression: "n = :n" })),
  words("a reserved word", invalid, update("r22", "SET status = :s", { ":s": 1 })),
  words("two clauses on one attribute", invalid, update("r23", "SET a = :s REMOVE a", { ":s": 1 })),
  words("two paths that overlap", invalid, update("r24", "SET a.b = :s, a = :s", { ":s": 1 })),
  words("a path through nothing", invalid, update("r25", "SET a.b = :s", { ":s": 1 })),
  words("a number added to a text", invalid, update("r26", "ADD n :s", { ":s": 1 })),
  words("a set made of an attribute that is missing", invalid, update("r27", "SET a = b", undefined)),
  words("no expression language", invalid, update("r28", "SET", undefined)),
  from("dynamodb", "DynamoDB API reference, PutItem, Errors")(
    "a table that is not there",
    refused("ResourceNotFoundException"),
    ({ documents }) =>
      outcome(documents.send(new PutCommand({ TableName: "conformance-nowhere", Item: at("p") }))),
  ),
];
