import {
  BatchWriteCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  type QueryCommandOutput,
} from "@aws-sdk/lib-dynamodb";
import { table as spec } from "../../../infra/table.ts";
import { from } from "../case.ts";
import { outcome, refused } from "../outcome.ts";
import type { Place } from "../place.ts";

type Ask = Partial<Omit<QueryCommandInput, "TableName">>;
const PEOPLE = 5;
const KEYS = new Set(["pk", "sk", ...spec.indexes.flatMap(({ partition, sort }) => [partition, sort])]);
/** What a person carries besides keys: every attribute that some index projects, and one that none of the narrow ones does. */
const extra = {
  candidateId: "c",
  facts: "f",
  campaignId: "k",
  enrolmentId: "e",
  shard: 1,
  stands: "s",
  dueAt: "d",
  end: "e",
  endedAt: "t",
  notes: "n",
};

const person = (pk: string, n: number) => ({
  pk,
  sk: `p${n}`,
  n,
  ...extra,
  ...Object.fromEntries(
    spec.indexes.flatMap(({ partition, sort }) => [
      [partition, `${pk}#${partition}`],
      [sort, "same"],
    ]),
  ),
});

/** Five people below one partition key, all under the same key of every index. */
async function people({ documents, table }: Place, pk: string, sks?: readonly string[]) {
  const items = sks ? sks.map((sk) => ({ pk, sk })) : Array.from({ length: PEOPLE }, (_, n) => person(pk, n));
  const open = items.map((Item) => ({ PutRequest: { Item } }));
  await documents.send(new BatchWriteCommand({ RequestItems: { [table]: open } }));
}

const ask = ({ documents, table: TableName }: Place, pk: string, more: Ask = {}) =>
  documents.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: "pk = :pk",
      ...more,
      ExpressionAttributeValues: { ":pk": pk, ...more.ExpressionAttributeValues },
    }),
  );
const along = (IndexName: string): Ask => ({ IndexName, KeyConditionExpression: `${IndexName}pk = :pk` });
const sks = ({ Items = [] }: QueryCommandOutput) => Items.map(({ sk }) => sk);
const last = ({ LastEvaluatedKey }: QueryCommandOutput) =>
  LastEvaluatedKey ? Object.keys(LastEvaluatedKey).sort() : "none";

/** How many each page held, whether anybody came twice, and what a key to go on is made of. */
async function pages(place: Place, pk: string, more: Ask) {
  const [sizes, seen, keys] = [[] as number[], [] as unknown[], new Set<string>()];
  let from: QueryCommandOutput["LastEvaluatedKey"];
  do {
    const page = await ask(place, pk, { ...more, Limit: 2, ...(from && { ExclusiveStartKey: from }) });
    sizes.push(page.Count ?? 0);
    seen.push(...sks(page));
    for (const name of Object.keys(page.LastEvaluatedKey ?? {})) keys.add(name);
    from = page.LastEvaluatedKey;
  } while (from && sizes.length < 9);
  return { sizes, people: new Set(seen).size, keys: [...keys].sort() };
}

/** Once more than needed: indexes of a real cloud lag. */
async function settled(place: Place, pk: string, index: string) {
  for (let tries = 0; tries < 20; tries++) {
    const { Count } = await ask(place, `${pk}#${index}pk`, along(index));
    if (Count === PEOPLE) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

const invalid = refused("ValidationException");
const query = from("dynamodb query", "DynamoDB API reference, Query");
const UNICODE = ["Z", "a", "é", "\uffee", "\u{1f600}"];

const indexes = spec.indexes.flatMap(({ name, partition, sort, projection }) => {
  const on = from(`dynamodb ${name}`, "DynamoDB guide, Global secondary indexes: attribute projections");
  const carried =
    projection === "ALL"
      ? Object.keys(person("", 0))
      : [...KEYS].filter((key) => ["pk", "sk", partition, sort].includes(key)).concat(projection);
  return [
    on("what it carries", [...new Set(carried)].sort(), async (place) => {
      await people(place, `${name}a`);
      await settled(place, `${name}a`, name);
      return outcome(ask(place, `${name}a#${partition}`, along(name)), ({ Items }) =>
        Object.keys(Items?.[0] ?? {}).sort(),
      );
    }),
    on(
      "pages over equal sort keys",
      { sizes: [2, 2, 1], people: PEOPLE, keys: ["pk", "sk", partition, sort].sort() },
      async (place) => {
        await people(place, `${name}b`);
        await settled(place, `${name}b`, name);
        return outcome(pages(place, `${name}b#${partition}`, along(name)), (it) => it);
      },
    ),
    on("a consistent read", invalid, (place) =>
      outcome(ask(place, "x", { ...along(name), ConsistentRead: true })),
    ),
  ];
});

export const queries = [
  query("pages", { sizes: [2, 2, 1], people: PEOPLE, keys: ["pk", "sk"] }, async (place) => {
    await people(place, "q1");
    return outcome(pages(place, "q1", { ConsistentRead: true }), (it) => it);
  }),
  query(
    "a page that ends with the last item has a key to go on",
    { count: 5, last: ["pk", "sk"] },
    async (place) => {
      await people(place, "q2");
      return outcome(ask(place, "q2", { Limit: PEOPLE }), (it) => ({ count: it.Count, last: last(it) }));
    },
  ),
  query("a limit above the number of items", { count: 5, last: "none" }, async (place) => {
    await people(place, "q3");
    return outcome(ask(place, "q3", { Limit: PEOPLE + 1 }), (it) => ({ count: it.Count, last: last(it) }));
  }),
  query("backwards, from a key that nobody has", ["p2", "p1", "p0"], async (place) => {
    await people(place, "q4");
    return outcome(
      ask(place, "q4", { ScanIndexForward: false, ExclusiveStartKey: { pk: "q4", sk: "p25" } }),
      sks,
    );
  }),
  query("what begins with a text", ["p1"], async (place) => {
    await people(place, "q5");
    const more = {
      KeyConditionExpression: "pk = :pk AND begins_with(sk, :b)",
      ExpressionAttributeValues: { ":b": "p1" },
    };
    return outcome(ask(place, "q5", more), sks);
  }),
  query("between two keys, both included", ["p1", "p2", "p3"], async (place) => {
    await people(place, "q6");
    const more = {
      KeyConditionExpression: "pk = :pk AND sk BETWEEN :a AND :b",
      ExpressionAttributeValues: { ":a": "p1", ":b": "p3" },
    };
    return outcome(ask(place, "q6", more), sks);
  }),
  query("texts in the order of their UTF-8 bytes", UNICODE, async (place) => {
    await people(place, "q7", [...UNICODE].reverse());
    return outcome(ask(place, "q7"), sks);
  }),
  query("a filter counts after the limit", { count: 1, scanned: 2, last: ["pk", "sk"] }, async (place) => {
    await people(place, "q8");
    const more = { FilterExpression: "n > :n", ExpressionAttributeValues: { ":n": 0 }, Limit: 2 };
    return outcome(ask(place, "q8", more), (it) => ({
      count: it.Count,
      scanned: it.ScannedCount,
      last: last(it),
    }));
  }),
  query("counting only", { count: 5, items: "none" }, async (place) => {
    await people(place, "q9");
    return outcome(ask(place, "q9", { Select: "COUNT" }), (it) => ({
      count: it.Count,
      items: it.Items ?? "none",
    }));
  }),
  query("only what is asked for", { sk: "p0", n: 0 }, async (place) => {
    await people(place, "q10");
    const more = { ProjectionExpression: "sk, #n", ExpressionAttributeNames: { "#n": "n" }, Limit: 1 };
    return outcome(ask(place, "q10", more), (it) => it.Items?.[0]);
  }),
  query("a page holds 1 MB at most", { whole: false, last: ["pk", "sk"] }, async (place) => {
    const { documents, table } = place;
    for (let n = 0; n < 4; n++)
      await documents.send(
        new PutCommand({ TableName: table, Item: { pk: "q12", sk: `${n}`, t: "x".repeat(390_000) } }),
      );
    return outcome(ask(place, "q12"), (it) => ({ whole: it.Count === 4, last: last(it) }));
  }),
  query("nobody", { count: 0, last: "none" }, (place) =>
    outcome(ask(place, "q11"), (it) => ({ count: it.Count, last: last(it) })),
  ),
  query("all attributes of an index that carries some", invalid, (place) =>
    outcome(ask(place, "x", { ...along("gsi4"), Select: "ALL_ATTRIBUTES" })),
  ),
  query("a limit of nought", invalid, (place) => outcome(ask(place, "x", { Limit: 0 }))),
  query("an index that is not there", invalid, (place) => outcome(ask(place, "x", { IndexName: "gsi9" }))),
  query("no partition key", invalid, (place) =>
    outcome(ask(place, "x", { KeyConditionExpression: "sk = :pk" })),
  ),
  query("a filter over a key", invalid, (place) =>
    outcome(ask(place, "x", { FilterExpression: "sk = :pk" })),
  ),
  query("bounds the wrong way round", invalid, (place) =>
    outcome(
      ask(place, "q", {
        KeyConditionExpression: "pk = :pk AND sk BETWEEN :pk AND :a",
        ExpressionAttributeValues: { ":a": "a" },
      }),
    ),
  ),
  query("a key to go on that is none", invalid, (place) =>
    outcome(ask(place, "q", { ExclusiveStartKey: { pk: "q" } })),
  ),
  ...indexes,
];
