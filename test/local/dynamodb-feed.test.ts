import { BatchWriteCommand, DeleteCommand, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { expect, test } from "vitest";
import { dynamodb } from "./dynamodb-setup.ts";

const TableName = "perennial";
const Key = { pk: "p", sk: "s" };

test("every change is a stream record, in order; a write that changes nothing is none", async () => {
  const { documents, feed, clock } = await dynamodb();
  let told = 0;
  feed.onAppend(() => {
    told += 1;
  });
  await documents.send(new PutCommand({ TableName, Item: { ...Key, n: 1, m: 2 } }));
  await documents.send(new PutCommand({ TableName, Item: { m: 2, n: 1, ...Key } }));
  await documents.send(new DeleteCommand({ TableName, Key: { pk: "nobody", sk: "s" } }));
  await documents.send(new UpdateCommand({ TableName, Key, UpdateExpression: "SET n = n + m" }));
  await documents.send(new DeleteCommand({ TableName, Key }));
  const records = await feed.read("", 100);
  expect(records.map((record) => record.eventName)).toEqual(["INSERT", "MODIFY", "REMOVE"]);
  expect(records[1]).toMatchObject({
    eventSource: "aws:dynamodb",
    dynamodb: {
      ApproximateCreationDateTime: clock.ms() / 1000,
      Keys: { pk: { S: "p" }, sk: { S: "s" } },
      OldImage: { n: { N: "1" } },
      NewImage: { n: { N: "3" } },
    },
  });
  expect(records[0]?.dynamodb.OldImage).toBeUndefined();
  expect(told).toBe(3);
});

test("numbers go on growing after everything was trimmed and the service restarted", async () => {
  const first = await dynamodb();
  const Items = Array.from({ length: 5 }, (_, n) => ({ PutRequest: { Item: { pk: `${n}`, sk: "s" } } }));
  await first.documents.send(new BatchWriteCommand({ RequestItems: { [TableName]: Items } }));
  const [one, two] = await first.feed.read("", 2);
  expect(await first.feed.read(one?.dynamodb.SequenceNumber ?? "", 1)).toEqual([two]);
  const last = first.feed.last();
  await first.feed.trim(last);
  expect(await first.feed.read("", 10)).toEqual([]);
  await first.stop();
  const second = await dynamodb({ path: first.path });
  expect(second.feed.last()).toBe(last);
  await second.documents.send(new PutCommand({ TableName, Item: Key }));
  expect(await second.feed.read(last, 10)).toHaveLength(1);
});

test("a reader at the front of the feed misses nothing of what is being written", async () => {
  const { documents, feed } = await dynamodb();
  const put = (n: number) => {
    const Item = { pk: `${n}`, sk: "s", text: "x".repeat((n % 7) * 9000) };
    return documents.send(new PutCommand({ TableName, Item }));
  };
  let writing = true;
  const writes = Promise.all(Array.from({ length: 200 }, (_, n) => put(n))).finally(() => {
    writing = false;
  });
  const seen: number[] = [];
  for (let cursor = ""; writing || cursor !== feed.last(); )
    for (const { dynamodb } of await feed.read(cursor, 50)) {
      cursor = dynamodb.SequenceNumber;
      seen.push(Number(cursor));
    }
  await writes;
  expect(seen).toEqual(Array.from({ length: 200 }, (_, n) => n + 1));
});

test("an item that carries a trace is noted by ids only", async () => {
  const { documents, hops } = await dynamodb();
  const Item = {
    ...Key,
    trace: "trc_1",
    __edb_e__: "event",
    type: "candidate.joined",
    eventId: "evt_1",
    name: "Ada",
  };
  await documents.send(new PutCommand({ TableName, Item }));
  expect(hops).toEqual([
    { trace: "trc_1", room: "table", what: "event candidate.joined INSERT", id: "evt_1" },
  ]);
});
