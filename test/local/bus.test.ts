import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from "@aws-sdk/client-eventbridge";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Bus, type Envelope, startBus } from "../../packages/local/bus/index.ts";
import { credentials, type Machine, openMachine } from "./machine.ts";

const rules = [
  { name: "enrol", bus: "perennial", pattern: { "detail-type": ["candidate.joined"] }, queue: "enrol" },
  {
    name: "figures",
    bus: "perennial",
    pattern: { "detail-type": [{ prefix: "candidate." }] },
    queue: "figures",
  },
  { name: "engagement", bus: "default", pattern: { source: ["aws.ses"] }, queue: "figures" },
] as const;

let machine: Machine;
let bus: Bus;
let client: EventBridgeClient;
let delivered: [queue: string, envelope: Envelope][];
let fails: number;

async function start(left?: string) {
  machine = await openMachine(left);
  const deliver = async (queue: string, envelope: Envelope) => {
    fails -= 1;
    if (fails >= 0) throw new Error("queue is down");
    delivered.push([queue, envelope]);
  };
  bus = await startBus({ buses: ["default", "perennial"], rules, deliver, attempts: 3, ...machine });
  machine.clock.watch(bus);
  client = new EventBridgeClient({
    endpoint: bus.endpoint,
    region: "us-east-1",
    credentials,
    maxAttempts: 1,
  });
}
async function stop() {
  client.destroy();
  await bus.stop();
}
const entry = (detail: object, more: PutEventsRequestEntry = {}) => ({
  EventBusName: "perennial",
  Source: "perennial",
  DetailType: "candidate.joined",
  Detail: JSON.stringify(detail),
  ...more,
});
const put = (...Entries: PutEventsRequestEntry[]) => client.send(new PutEventsCommand({ Entries }));

const opened: Envelope = {
  version: "0",
  id: "5b1d",
  "detail-type": "Email Opened",
  source: "aws.ses",
  account: "000000000000",
  time: "2026-01-01T00:00:00Z",
  region: "us-east-1",
  resources: [],
  detail: {
    eventType: "Open",
    mail: {
      timestamp: "2026-01-01T00:00:00.000Z",
      messageId: "m1",
      destination: ["ada@example.org"],
      tags: { trace: ["trc_2"], "ses:configuration-set": ["perennial"] },
      commonHeaders: { subject: "Dear Ada" },
    },
    open: { ipAddress: "192.0.2.1" },
  },
};

beforeEach(async () => {
  delivered = [];
  fails = 0;
  await start();
});
afterEach(async () => {
  await stop();
  await machine.remove();
});

test("an event reaches the queue of every rule it matches, in an envelope", async () => {
  const { Entries, FailedEntryCount } = await put(
    entry({ trace: "trc_1" }, { Time: new Date(1_700_000_000_000) }),
  );
  await machine.clock.settled();
  expect(FailedEntryCount).toBe(0);
  expect(delivered.map(([queue]) => queue).sort()).toEqual(["enrol", "figures"]);
  expect(delivered[0]?.[1]).toEqual({
    version: "0",
    id: Entries?.[0]?.EventId,
    "detail-type": "candidate.joined",
    source: "perennial",
    account: "000000000000",
    time: "2023-11-14T22:13:20Z",
    region: "us-east-1",
    resources: [],
    detail: { trace: "trc_1" },
  });
  expect(await bus.recent({ trace: "trc_1" })).toMatchObject([
    { bus: "perennial", rules: ["enrol", "figures"] },
  ]);
  expect(await machine.journal.list({ trace: "trc_1" })).toMatchObject([
    { room: "bus", what: "candidate.joined" },
  ]);
});

test("entries are refused one by one, as AWS refuses them", async () => {
  const refused = await put(
    entry({}),
    entry({}, { Source: "aws.ses" }),
    entry({}, { Detail: "[1]" }),
    entry({}, { DetailType: undefined }),
    entry({}, { EventBusName: "elsewhere" }),
  );
  expect(refused.FailedEntryCount).toBe(4);
  expect(refused.Entries?.map(({ ErrorCode }) => ErrorCode)).toEqual([
    undefined,
    "NotAuthorizedForSourceException",
    "MalformedDetail",
    "InvalidArgument",
    "ResourceNotFoundException",
  ]);
  await expect(put(...Array<PutEventsRequestEntry>(11).fill(entry({})))).rejects.toMatchObject({
    name: "ValidationException",
  });
  await expect(put(entry({ long: "x".repeat(262_144) }))).rejects.toThrow("Total size of the entries");
});

test("SES publishes to the default bus, and the log forgets the person", async () => {
  await bus.publish("default", opened);
  await bus.publish("perennial", opened);
  await machine.clock.settled();
  expect(delivered).toEqual([["figures", opened]]);
  const log = await bus.recent({ trace: "trc_2" });
  expect(log).toHaveLength(2);
  expect(JSON.stringify(log)).not.toMatch(/ada|Ada|192/);
});

test("a failing target is tried again later, then given up until somebody redrives", async () => {
  fails = 3;
  await bus.publish("default", opened);
  await machine.clock.settled();
  const due = await bus.nextDue();
  expect(due).toBeGreaterThan(machine.clock.ms());
  await machine.clock.moveTo(machine.clock.ms() + 60_000);
  expect(delivered).toEqual([]);
  expect(await bus.deadLetters()).toMatchObject([
    { queue: "figures", attempts: 3, error: "Error: queue is down" },
  ]);
  expect(await bus.redrive()).toBe(1);
  await machine.clock.settled();
  expect(delivered).toHaveLength(1);
  expect(await bus.deadLetters()).toEqual([]);
});

test("what was taken is delivered after a restart", async () => {
  fails = 1;
  await bus.publish("default", opened);
  await machine.clock.settled();
  await stop();
  await machine.close();
  await start(machine.dir);
  await machine.clock.toNextDue();
  expect(delivered).toHaveLength(1);
  await stop();
  await machine.close();
  await start(machine.dir);
  await machine.clock.settled();
  expect(delivered).toHaveLength(1);
});

test("a rule whose pattern is none doesn't start", async () => {
  const broken = {
    name: "x",
    bus: "default",
    pattern: { detail: { n: [{ like: 1 }] } },
    queue: "q",
  } as const;
  const started = startBus({
    buses: ["default"],
    rules: [broken],
    deliver: async () => undefined,
    ...machine,
  });
  await expect(started).rejects.toThrow("detail.n: unknown operator like");
});
