import { DeleteCommand, GetCommand, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { from } from "../case.ts";
import { outcome, refused } from "../outcome.ts";
import type { Place } from "../place.ts";

type Fields = Record<string, unknown>;
const at = (pk: string) => ({ pk, sk: "s" });
const wire = (pk: string, more: object = {}) => ({ pk: { S: pk }, sk: { S: "s" }, ...more });

const put = ({ documents, table: TableName }: Place, Item: Fields, more: object = {}) =>
  documents.send(new PutCommand({ TableName, Item, ...more }));
const update = (
  { documents, table: TableName }: Place,
  pk: string,
  UpdateExpression: string,
  values: Fields,
  more: object = {},
) =>
  documents.send(
    new UpdateCommand({
      TableName,
      Key: at(pk),
      UpdateExpression,
      ExpressionAttributeValues: values,
      ...more,
    }),
  );
const remove = ({ documents, table: TableName }: Place, pk: string, more: object = {}) =>
  documents.send(new DeleteCommand({ TableName, Key: at(pk), ...more }));
const absent = { ConditionExpression: "attribute_not_exists(pk)" };
const present = { ConditionExpression: "attribute_exists(pk)" };
const handBack = { ReturnValuesOnConditionCheckFailure: "ALL_OLD" } as const;
const attributes = (answer: { Attributes?: Fields | undefined }) => sorted(answer.Attributes) ?? "none";
/** Sets are compared as sorted lists. */
const sorted = (item: Fields | undefined) =>
  item &&
  Object.fromEntries(
    Object.entries(item).map(([name, value]) => [name, value instanceof Set ? [...value].sort() : value]),
  );

const failed = refused("ConditionalCheckFailedException");
const put_ = from("dynamodb put", "DynamoDB API reference, PutItem");
const update_ = from("dynamodb update", "DynamoDB API reference, UpdateItem");
const delete_ = from("dynamodb delete", "DynamoDB API reference, DeleteItem");

export const writes = [
  put_("if absent, the first time", "done", (place) => outcome(put(place, at("p1"), absent))),
  put_("if absent, the second time", failed, async (place) => {
    await put(place, at("p2"));
    return outcome(put(place, at("p2"), absent));
  }),
  put_(
    "a failed condition hands back the item",
    { ...(failed as object), item: wire("p3", { n: { N: "1" } }) },
    async (place) => {
      await put(place, { ...at("p3"), n: 1 });
      return outcome(put(place, at("p3"), { ...absent, ...handBack }));
    },
  ),
  put_("ALL_OLD answers what was there", { ...at("p4"), n: 1 }, async (place) => {
    await put(place, { ...at("p4"), n: 1 });
    return outcome(put(place, at("p4"), { ReturnValues: "ALL_OLD" }), attributes);
  }),
  put_("an empty text that is no key", { ...at("p5"), text: "" }, async (place) => {
    await put(place, { ...at("p5"), text: "" });
    const { documents, table: TableName } = place;
    return outcome(
      documents.send(new GetCommand({ TableName, Key: at("p5"), ConsistentRead: true })),
      (it) => it.Item,
    );
  }),
  update_("makes the item, adds from nothing", { ...at("u1"), n: 2, tags: ["a", "b"] }, (place) =>
    outcome(
      update(
        place,
        "u1",
        "ADD n :n, tags :t",
        { ":n": 2, ":t": new Set(["b", "a"]) },
        { ReturnValues: "ALL_NEW" },
      ),
      attributes,
    ),
  ),
  update_("what must exist and does not", failed, (place) =>
    outcome(update(place, "u2", "SET n = :n", { ":n": 1 }, { ...present, ...handBack })),
  ),
  update_("UPDATED_NEW answers only what changed", { n: 5, list: ["a", "b"] }, async (place) => {
    await put(place, { ...at("u3"), n: 4, list: ["a"], other: true });
    const set = "SET n = n + :one, #l = list_append(if_not_exists(#l, :none), :b)";
    const names = { ExpressionAttributeNames: { "#l": "list" }, ReturnValues: "UPDATED_NEW" };
    return outcome(update(place, "u3", set, { ":one": 1, ":b": ["b"], ":none": [] }, names), attributes);
  }),
  update_("UPDATED_OLD answers what it was", { n: 1 }, async (place) => {
    await put(place, { ...at("u4"), n: 1 });
    return outcome(
      update(place, "u4", "SET n = :n, m = :n", { ":n": 2 }, { ReturnValues: "UPDATED_OLD" }),
      attributes,
    );
  }),
  update_(
    "a stale revision",
    { ...(failed as object), item: wire("u5", { revision: { N: "3" } }) },
    async (place) => {
      await put(place, { ...at("u5"), revision: 3 });
      const condition = { ConditionExpression: "revision = :was", ...handBack };
      return outcome(update(place, "u5", "SET revision = :next", { ":was": 2, ":next": 3 }, condition));
    },
  ),
  update_("removes an attribute that is not there", "done", async (place) => {
    const { documents, table: TableName } = place;
    await put(place, at("u6"));
    return outcome(
      documents.send(new UpdateCommand({ TableName, Key: at("u6"), UpdateExpression: "REMOVE nothing" })),
    );
  }),
  update_("deletes the last of a set", at("u7"), async (place) => {
    await put(place, { ...at("u7"), tags: new Set(["a"]) });
    const values = { ":t": new Set(["a"]) };
    return outcome(update(place, "u7", "DELETE tags :t", values, { ReturnValues: "ALL_NEW" }), attributes);
  }),
  delete_("what is not there", "none", (place) =>
    outcome(remove(place, "d1", { ReturnValues: "ALL_OLD" }), attributes),
  ),
  delete_("answers what was there", { ...at("d2"), n: 1 }, async (place) => {
    await put(place, { ...at("d2"), n: 1 });
    return outcome(remove(place, "d2", { ReturnValues: "ALL_OLD", ...present }), attributes);
  }),
  delete_("what must exist and does not", failed, (place) => outcome(remove(place, "d3", present))),
];
