import { BatchWriteCommand, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { expect, onTestFinished, test } from "vitest";
import { pipe as spec } from "../../infra/pipe.ts";
import { matches } from "../../packages/local/bus/match.ts";
import type { StreamRecord } from "../../packages/local/dynamodb/index.ts";
import type { Hop } from "../../packages/local/journal/index.ts";
import { type PutEntry, startPipe } from "../../packages/local/pipe/index.ts";
import { openStore } from "../../packages/local/store.ts";
import { dynamodb, temporary } from "./dynamodb-setup.ts";

const TableName = "perennial";
const everything = { ...spec, filters: [{ eventSource: ["aws:dynamodb"] }] };
const keyOf = (record: StreamRecord) => record.dynamodb.Keys.pk?.S ?? "";

/** A table with a pipe that can be made to fail, and what it put on the bus. */
async function piped(options: { pipe?: typeof everything | typeof spec; poison?: string } = {}) {
  const table = await dynamodb();
  const store = await openStore(await temporary());
  onTestFinished(() => store.close());
  const calls: string[][] = [];
  const put: PutEntry[] = [];
  const hops: Hop[] = [];
  const faults = { enrich: 0, poison: options.poison };
  const start = async () => {
    const pipe = await startPipe({
      feed: table.feed,
      pipe: options.pipe ?? everything,
      matches,
      enrich: async (records) => {
        calls.push(records.map(keyOf));
        if (faults.enrich-- > 0) throw new Error("enrichment is down");
        if (records.some((record) => keyOf(record) === faults.poison)) throw new Error("poison");
        return records.map((record) => ({
          source: "perennial",
          "detail-type": `test.${record.eventName.toLowerCase()}`,
          detail: { eventId: keyOf(record), trace: "trc_1" },
        }));
      },
      put: async (entries) => void put.push(...entries),
      clock: table.clock,
      journal: { note: (hop) => void hops.push(hop) },
      store,
    });
    onTestFinished(() => pipe.stop());
    return pipe;
  };
  const write = (Item: Record<string, unknown>) =>
    table.documents.send(new PutCommand({ TableName, Item: { sk: "s", ...Item } }));
  const delivered = () => put.map((entry) => JSON.parse(entry.Detail).eventId);
  return { ...table, start, write, calls, put, hops, faults, delivered };
}

const idle = (pipe: { idle(): Promise<boolean> }) =>
  expect.poll(() => pipe.idle(), { interval: 5 }).toBe(true);

test("what fits goes to the bus in order and in batches, and leaves the feed", async () => {
  const { start, documents, put, hops, calls, delivered, feed } = await piped();
  const pipe = await start();
  const ids = Array.from({ length: 25 }, (_, n) => `${n + 10}`);
  const PutRequests = ids.map((pk) => ({ PutRequest: { Item: { pk, sk: "s" } } }));
  await documents.send(new BatchWriteCommand({ RequestItems: { [TableName]: PutRequests } }));
  await idle(pipe);
  expect(delivered()).toEqual(ids);
  expect(calls.map((keys) => keys.length)).toEqual([10, 10, 5]);
  expect(put[0]).toEqual({
    Source: "perennial",
    DetailType: "test.insert",
    Detail: JSON.stringify({ eventId: "10", trace: "trc_1" }),
    EventBusName: "perennial",
  });
  expect(hops[0]).toEqual({ trace: "trc_1", room: "pipe", what: "test.insert", id: "10" });
  expect(await feed.read("", 10)).toEqual([]);
});

test("infra's filters: new events that have subscribers, and the moment an enrolment ends", async () => {
  const { start, write, documents, delivered } = await piped({ pipe: spec });
  const pipe = await start();
  await write({ pk: "joined", __edb_e__: "event", type: "candidate.joined" });
  await write({ pk: "unheard", __edb_e__: "event", type: "nobody.listens" });
  await write({ pk: "note", __edb_e__: "note" });
  await write({ pk: "enrolled", __edb_e__: "enrolment" });
  const end = (endedAt: string) =>
    documents.send(
      new UpdateCommand({
        TableName,
        Key: { pk: "enrolled", sk: "s" },
        UpdateExpression: "SET endedAt = :at",
        ExpressionAttributeValues: { ":at": endedAt },
      }),
    );
  await end("2026-03-02");
  await end("2026-03-03");
  await idle(pipe);
  expect(delivered()).toEqual(["joined", "enrolled", "enrolled"]);
});

test("a failing batch is tried again later and later, by the movable clock", async () => {
  const { start, write, calls, clock, faults, delivered } = await piped();
  faults.enrich = 3;
  const pipe = await start();
  await write({ pk: "a" });
  for (const seconds of [1, 2, 4]) {
    await expect.poll(() => pipe.nextDue(), { interval: 5 }).toBe(clock.ms() + seconds * 1000);
    expect(await pipe.idle()).toBe(true);
    clock.forward(seconds * 1000);
    expect(await pipe.idle()).toBe(false);
  }
  await idle(pipe);
  expect(calls).toHaveLength(4);
  expect(delivered()).toEqual(["a"]);
  expect(await pipe.nextDue()).toBeUndefined();
});

test("one bad record does not hold up the others: it becomes a dead letter that can be tried again", async () => {
  const { start, write, clock, faults, delivered } = await piped({ poison: "c" });
  for (const pk of ["a", "b", "c", "d"]) await write({ pk });
  let pipe = await start();
  const next = () => {
    clock.forward(60_000);
    return delivered().length;
  };
  await expect.poll(next, { interval: 5 }).toBe(3);
  await idle(pipe);
  expect(delivered().sort()).toEqual(["a", "b", "d"]);
  await pipe.stop();
  pipe = await start();
  const [letter] = await pipe.deadLetters();
  expect(letter).toMatchObject({ error: "poison", record: { dynamodb: { Keys: { pk: { S: "c" } } } } });
  expect(await pipe.redrive()).toBe(0);
  faults.poison = undefined;
  expect(await pipe.redrive(letter?.id)).toBe(1);
  expect(await pipe.deadLetters()).toEqual([]);
  expect(delivered()).toContain("c");
});

test("a restart goes on at the cursor, and repeats what was under way", async () => {
  const { start, write, calls, faults, delivered, clock } = await piped();
  const first = await start();
  await write({ pk: "a" });
  await idle(first);
  faults.enrich = 1;
  await write({ pk: "b" });
  await expect.poll(() => first.nextDue(), { interval: 5 }).toBe(clock.ms() + 1000);
  await first.stop();
  const second = await start();
  await idle(second);
  expect(calls).toEqual([["a"], ["b"], ["b"]]);
  expect(delivered()).toEqual(["a", "b"]);
});
