import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  BatchWriteCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
} from "@aws-sdk/lib-dynamodb";
import { expect, test } from "vitest";
import { dynamodb } from "./dynamodb-setup.ts";

const TableName = "perennial";
const SECRET = "ada.lovelace+8f3a1c@example.org";
const Key = { pk: "candidate#1", sk: `address#${SECRET}` };
const gone = { pk: "candidate#2", sk: "profile" };

type Table = Awaited<ReturnType<typeof dynamodb>>;

/** Files that contain the text, as it is or the way keys are written. */
async function traces(directory: string, text: string) {
  const found: string[] = [];
  for (const name of await readdir(directory)) {
    const bytes = await readFile(join(directory, name));
    if (bytes.includes(text) || bytes.includes(Buffer.from(text).toString("hex"))) found.push(name);
  }
  return found;
}

/** Enough to make LevelDB write tables of its own accord. */
async function fill({ documents }: Table, from: number) {
  for (let n = from; n < from + 800; n += 25) {
    const Items = Array.from({ length: 25 }, (_, i) => ({
      PutRequest: {
        Item: { pk: `p${n + i}`, sk: "s", gsi1pk: "g", gsi1sk: `${n + i}`, noise: noise(n + i) },
      },
    }));
    await documents.send(new BatchWriteCommand({ RequestItems: { [TableName]: Items } }));
  }
}

const noise = (seed: number) =>
  Array.from({ length: 250 }, (_, n) => Math.sin(seed * 1000 + n).toString(36)).join("");

async function erase({ documents, feed, compact }: Table) {
  await documents.send(new DeleteCommand({ TableName, Key }));
  await documents.send(new PutCommand({ TableName, Item: { ...gone, email: "erased" } }));
  await feed.trim(feed.last());
  await compact();
}

const keep = ({ documents }: Table) =>
  Promise.all([
    documents.send(
      new PutCommand({ TableName, Item: { ...Key, gsi1pk: SECRET, gsi1sk: "x", email: SECRET } }),
    ),
    documents.send(new PutCommand({ TableName, Item: { ...gone, email: SECRET } })),
  ]);

test("after a delete, a trim and a compaction no file holds the value, fresh or long written", async () => {
  const table = await dynamodb();
  await keep(table);
  expect(await traces(table.path, SECRET)).not.toEqual([]);
  await erase(table);
  expect(await traces(table.path, SECRET)).toEqual([]);

  await keep(table);
  await fill(table, 0);
  await table.compact();
  await fill(table, 400);
  await table.documents.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: "pk = :p",
      ExpressionAttributeValues: { ":p": Key.pk },
      Limit: 1,
    }),
  );
  expect(await traces(table.path, SECRET)).not.toEqual([]);
  await erase(table);
  expect(await traces(table.path, SECRET)).toEqual([]);
  expect((await table.documents.send(new GetCommand({ TableName, Key: gone }))).Item?.email).toBe("erased");
});

test("requests that come during a compaction wait for it", async () => {
  const table = await dynamodb();
  await fill(table, 0);
  const compacted = table.compact();
  await Promise.all(Array.from({ length: 20 }, () => keep(table)));
  await compacted;
  expect((await table.documents.send(new GetCommand({ TableName, Key }))).Item?.email).toBe(SECRET);
});
