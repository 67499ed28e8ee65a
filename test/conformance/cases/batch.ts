import {
  BatchGetCommand,
  type BatchGetCommandInput,
  BatchWriteCommand,
  type BatchWriteCommandInput,
} from "@aws-sdk/lib-dynamodb";
import { from } from "../case.ts";
import { outcome, refused } from "../outcome.ts";
import type { Place } from "../place.ts";

type Write = NonNullable<BatchWriteCommandInput["RequestItems"]>[string];
type Keys = NonNullable<BatchGetCommandInput["RequestItems"]>[string];

const at = (pk: string) => ({ pk, sk: "s" });
const put = (pk: string, more: object = {}) => ({ PutRequest: { Item: { ...at(pk), ...more } } });
const drop = (pk: string) => ({ DeleteRequest: { Key: at(pk) } });
const write = ({ documents, table }: Place, requests: Write) =>
  documents.send(new BatchWriteCommand({ RequestItems: { [table]: requests } }));
const read = ({ documents, table }: Place, keys: Keys) =>
  documents.send(new BatchGetCommand({ RequestItems: { [table]: keys } }));
const pks = (count: number, prefix: string) => Array.from({ length: count }, (_, n) => `${prefix}${n}`);

const invalid = refused("ValidationException");
const writes = from("dynamodb batch write", "DynamoDB API reference, BatchWriteItem");
const reads = from("dynamodb batch get", "DynamoDB API reference, BatchGetItem");

/** 400 KB less what its keys take. */
const LARGE = "x".repeat(390_000);
const FULL = 44;

export const batches = [
  writes("25 requests, puts and deletes", { unprocessed: {} }, (place) =>
    outcome(write(place, [...pks(20, "b1").map((pk) => put(pk)), ...pks(5, "b1-").map(drop)]), (it) => ({
      unprocessed: it.UnprocessedItems,
    })),
  ),
  writes("26 requests", invalid, (place) =>
    outcome(
      write(
        place,
        pks(26, "b2").map((pk) => put(pk)),
      ),
    ),
  ),
  writes("no request", invalid, (place) => outcome(write(place, []))),
  writes("one item twice", invalid, (place) => outcome(write(place, [put("b3"), put("b3", { n: 1 })]))),
  writes("a put and a delete of one item", invalid, (place) =>
    outcome(write(place, [put("b4"), drop("b4")])),
  ),
  writes("an item over 400 KB", invalid, (place) =>
    outcome(write(place, [put("b5"), put("b6", { t: "x".repeat(410_000) })])),
  ),
  writes("an empty index key", invalid, (place) =>
    outcome(write(place, [put("b7", { gsi1pk: "", gsi1sk: "x" })])),
  ),
  reads(
    "what is there, and not what is not",
    {
      found: [
        { pk: "b80", n: 1 },
        { pk: "b81", n: 1 },
      ],
      unprocessed: {},
    },
    async (place) => {
      await write(
        place,
        pks(2, "b8").map((pk) => put(pk, { n: 1, rest: "x" })),
      );
      const Keys = pks(3, "b8").map(at);
      const asked = { Keys, ConsistentRead: true, ProjectionExpression: "pk, n" };
      return outcome(read(place, asked), ({ Responses, UnprocessedKeys }) => ({
        found: Responses?.[place.table]?.sort((a, b) => (String(a.pk) < String(b.pk) ? -1 : 1)),
        unprocessed: UnprocessedKeys,
      }));
    },
  ),
  reads("a hundred keys", "done", (place) => outcome(read(place, { Keys: pks(100, "b9").map(at) }))),
  reads("a hundred and one keys", invalid, (place) => outcome(read(place, { Keys: pks(101, "b9").map(at) }))),
  reads("one key twice", invalid, (place) => outcome(read(place, { Keys: [at("b9"), at("b9")] }))),
  reads("no key", invalid, (place) => outcome(read(place, { Keys: [] }))),
  reads(
    "over 16 MB comes back in part, the rest to be asked for again",
    { complete: true, partial: true, rest: ["ConsistentRead", "Keys"], keys: ["pk", "sk"] },
    async (place) => {
      const all = pks(FULL, "b10");
      for (let from = 0; from < FULL; from += 11)
        await write(
          place,
          all.slice(from, from + 11).map((pk) => put(pk, { t: LARGE })),
        );
      return outcome(
        read(place, { Keys: all.map(at), ConsistentRead: true }),
        ({ Responses, UnprocessedKeys }) => {
          const got = Responses?.[place.table]?.length ?? 0;
          const rest = UnprocessedKeys?.[place.table];
          const left = rest?.Keys?.length ?? 0;
          return {
            complete: got + left === FULL,
            partial: got > 0 && left > 0,
            rest: Object.keys(rest ?? {}).sort(),
            keys: Object.keys(rest?.Keys?.[0] ?? {}).sort(),
          };
        },
      );
    },
  ),
];
