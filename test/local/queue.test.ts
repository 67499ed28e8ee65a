import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListQueuesCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
  StartMessageMoveTaskCommand,
} from "@aws-sdk/client-sqs";
import type { SQSEvent } from "aws-lambda";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Queues, startQueues } from "../../packages/local/queue/index.ts";
import { killed } from "./killed/index.ts";
import { credentials, type Machine, openMachine } from "./machine.ts";

const queue = { batch: 2, window: 0, visibility: 180, attempts: 2, concurrency: 1 } as const;
const specs = {
  enrol: { ...queue, function: "enrol" },
  figures: { ...queue, function: "aggregate", window: 60, batch: 3 },
} as const;

let machine: Machine;
let queues: Queues;
let client: SQSClient;
let events: SQSEvent[];
let answer: (event: SQSEvent) => unknown;

async function start(left?: string) {
  machine = await openMachine(left);
  const invoke = async (_name: string, event: unknown) => {
    events.push(event as SQSEvent);
    return answer(event as SQSEvent);
  };
  queues = await startQueues({ queues: specs, invoke, ...machine });
  machine.clock.watch(queues);
  client = new SQSClient({ endpoint: queues.endpoint, region: "us-east-1", credentials, maxAttempts: 1 });
}
async function stop() {
  client.destroy();
  await queues.stop();
}
const url = (name: string) => `${queues.endpoint}/000000000000/${name}`;
const bodies = () => events.map((event) => event.Records.map((record) => record.body));

beforeEach(async () => {
  events = [];
  answer = () => undefined;
  await start();
});
afterEach(async () => {
  await stop();
  await machine.remove();
});

test("a message reaches its function in AWS's shape and is gone", async () => {
  const sent = await client.send(new SendMessageCommand({ QueueUrl: url("enrol"), MessageBody: "hello" }));
  await machine.clock.settled();
  expect(events[0]?.Records[0]).toMatchObject({
    messageId: sent.MessageId,
    body: "hello",
    md5OfBody: "5d41402abc4b2a76b9719d911017c592",
    eventSource: "aws:sqs",
    eventSourceARN: "arn:aws:sqs:us-east-1:000000000000:enrol",
    awsRegion: "us-east-1",
    attributes: { ApproximateReceiveCount: "1", SentTimestamp: expect.stringMatching(/^\d{13}$/) },
  });
  expect(queues.peek("enrol")).toEqual([]);
});

test("batches, and a lull ends a batching window early", async () => {
  const Entries = ["a", "b", "c", "d"].map((Id) => ({ Id, MessageBody: Id }));
  await client.send(new SendMessageBatchCommand({ QueueUrl: url("figures"), Entries }));
  await machine.clock.settled();
  expect(bodies()).toEqual([["a", "b", "c"], ["d"]]);
});

test("only what a function reports as failed comes back, after the visibility timeout", async () => {
  answer = ({ Records }) => ({
    batchItemFailures: Records.filter((it) => it.body === "bad").map((it) => ({
      itemIdentifier: it.messageId,
    })),
  });
  await Promise.all([queues.send("enrol", "good"), queues.send("enrol", "bad")]);
  await machine.clock.settled();
  const due = await queues.nextDue();
  expect(due).toBeGreaterThan(machine.clock.ms() + 170_000);
  await machine.clock.toNextDue();
  expect(bodies().at(-1)).toEqual(["bad"]);
  expect(events.at(-1)?.Records[0]?.attributes.ApproximateReceiveCount).toBe("2");
});

test("a batch that throws goes to the dead letters in the end, and back by redrive", async () => {
  answer = () => Promise.reject(new Error("down"));
  await queues.send("enrol", "poison");
  await machine.clock.moveTo(machine.clock.ms() + 3_600_000);
  expect(events).toHaveLength(2);
  expect(queues.peek("enrol-dead")).toMatchObject([
    { body: "poison", from: "arn:aws:sqs:us-east-1:000000000000:enrol" },
  ]);
  answer = () => undefined;
  const SourceArn = "arn:aws:sqs:us-east-1:000000000000:enrol-dead";
  await client.send(new StartMessageMoveTaskCommand({ SourceArn }));
  await machine.clock.settled();
  expect(bodies()).toEqual([["poison"], ["poison"], ["poison"]]);
  expect(queues.list().every(({ visible, hidden }) => visible + hidden === 0)).toBe(true);
});

test("an answer that names no message of the batch fails all of it", async () => {
  answer = () => ({ batchItemFailures: [{ itemIdentifier: "" }] });
  await queues.send("enrol", "a");
  await machine.clock.settled();
  expect(queues.list()).toContainEqual({ name: "enrol", visible: 0, hidden: 1 });
});

test("other consumers receive, hide and delete by receipt", async () => {
  const QueueUrl = url("enrol-dead");
  await client.send(
    new SendMessageCommand({
      QueueUrl,
      MessageBody: "x",
      MessageAttributes: { a: { DataType: "String", StringValue: "1" } },
    }),
  );
  const receive = async () =>
    (await client.send(new ReceiveMessageCommand({ QueueUrl, AttributeNames: ["All"] }))).Messages ?? [];
  const [first] = await receive();
  expect(first).toMatchObject({ Body: "x", Attributes: { ApproximateReceiveCount: "1" } });
  expect(await receive()).toEqual([]);
  const { Attributes } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["All"] }),
  );
  expect(Attributes).toMatchObject({
    ApproximateNumberOfMessages: "0",
    ApproximateNumberOfMessagesNotVisible: "1",
  });
  const receipt = { QueueUrl, ReceiptHandle: first?.ReceiptHandle ?? "" };
  await client.send(new ChangeMessageVisibilityCommand({ ...receipt, VisibilityTimeout: 0 }));
  const [second] = await receive();
  await client.send(new DeleteMessageCommand(receipt));
  expect(queues.peek("enrol-dead")).toHaveLength(1);
  await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: second?.ReceiptHandle ?? "" }));
  expect(queues.peek("enrol-dead")).toEqual([]);
  await client.send(new SendMessageCommand({ QueueUrl, MessageBody: "y" }));
  await client.send(new PurgeQueueCommand({ QueueUrl }));
  expect(queues.peek("enrol-dead")).toEqual([]);
});

test("queues are found by name, and an unknown one is refused as on AWS", async () => {
  expect((await client.send(new GetQueueUrlCommand({ QueueName: "enrol" }))).QueueUrl).toBe(url("enrol"));
  expect((await client.send(new ListQueuesCommand({ QueueNamePrefix: "fig" }))).QueueUrls).toEqual([
    url("figures"),
    url("figures-dead"),
  ]);
  const send = client.send(new SendMessageCommand({ QueueUrl: url("none"), MessageBody: "x" }));
  await expect(send).rejects.toMatchObject({ name: "QueueDoesNotExist" });
});

test("after kill -9 every acknowledged message is delivered, one in hand at once", async () => {
  await stop();
  await machine.close();
  const acknowledged = await killed("queue", machine.dir);
  await start(machine.dir);
  await machine.clock.settled();
  const delivered = bodies().flat();
  expect(delivered).toEqual(expect.arrayContaining(acknowledged));
  expect(acknowledged).toHaveLength(20);
});
