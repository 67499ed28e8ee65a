import {
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
} from "@aws-sdk/client-sqs";
import { type Case, from } from "../case.ts";
import { outcome, refused } from "../outcome.ts";
import type { Place } from "../place.ts";

const MIB = 1_048_576;
const send = ({ sqs, queues }: Place, MessageBody: string, more: object = {}) =>
  sqs.send(new SendMessageCommand({ QueueUrl: queues.work, MessageBody, ...more }));
const sendAll = (
  { sqs, queues }: Place,
  Entries: { Id: string; MessageBody: string; DelaySeconds?: number }[],
) => sqs.send(new SendMessageBatchCommand({ QueueUrl: queues.work, Entries }));
const receive = ({ sqs, queues }: Place, more: object = {}) =>
  sqs.send(
    new ReceiveMessageCommand({
      QueueUrl: queues.work,
      MessageSystemAttributeNames: ["All"],
      MessageAttributeNames: ["All"],
      ...more,
    }),
  );
const remove = ({ sqs, queues }: Place, ReceiptHandle: string) =>
  sqs.send(new DeleteMessageCommand({ QueueUrl: queues.work, ReceiptHandle }));
const hide = ({ sqs, queues }: Place, ReceiptHandle: string, VisibilityTimeout: number) =>
  sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl: queues.work, ReceiptHandle, VisibilityTimeout }));
const entries = (count: number, body = "x") =>
  Array.from({ length: count }, (_, n) => ({ Id: `${n}`, MessageBody: body }));

/** The next message; a real queue may need a moment. */
async function next(place: Place, more: object = {}) {
  const { Messages } = await receive(place, { WaitTimeSeconds: 2, ...more });
  return Messages?.[0];
}
const handle = async (place: Place) => (await next(place))?.ReceiptHandle ?? "";
const once = async (place: Place, run: (receipt: string) => Promise<unknown>) => {
  await send(place, "work");
  const receipt = await handle(place);
  const found = await run(receipt);
  await remove(place, receipt).catch(() => undefined);
  return found;
};
/** Names of the system attributes that every message has. */
const ALWAYS = ["ApproximateFirstReceiveTimestamp", "ApproximateReceiveCount", "SenderId", "SentTimestamp"];

const sends = from("sqs send", "SQS API reference, SendMessage");
const batch = from("sqs batch", "SQS API reference, SendMessageBatch");
const receives = from("sqs receive", "SQS API reference, ReceiveMessage");
const visibility = from("sqs visibility", "SQS API reference, ChangeMessageVisibility");
const deletes = from("sqs delete", "SQS API reference, DeleteMessage");

/** Leaves nothing visible for the next case. */
async function clear(place: Place) {
  for (let tries = 0; tries < 20; tries++) {
    const { Messages = [] } = await receive(place, { MaxNumberOfMessages: 10 });
    if (Messages.length === 0) return;
    for (const { ReceiptHandle = "" } of Messages) await remove(place, ReceiptHandle);
  }
}

const all = [
  sends(
    "arrives, is hidden, is deleted",
    { body: "één", count: "1", system: ALWAYS, hidden: "none", left: "none" },
    async (place) => {
      await send(place, "één");
      const message = await next(place);
      const hidden = (await receive(place)).Messages ?? "none";
      await remove(place, message?.ReceiptHandle ?? "");
      const { Attributes = {} } = message ?? {};
      const system = Object.keys(Attributes)
        .filter((name) => ALWAYS.includes(name))
        .sort();
      const left = (await receive(place)).Messages ?? "none";
      return { body: message?.Body, count: Attributes.ApproximateReceiveCount, system, hidden, left };
    },
  ),
  sends(
    "digests of body and attributes",
    { body: "9dd4e461268c8034f5c8564e155c67a6", attributes: "fb38436bdb9b10ced4b302d2e1b3f0cc" },
    async (place) => {
      const MessageAttributes = { trace: { DataType: "String", StringValue: "x" } };
      const found = await outcome(send(place, "x", { MessageAttributes }), (it) => ({
        body: it.MD5OfMessageBody,
        attributes: it.MD5OfMessageAttributes,
      }));
      await remove(place, await handle(place));
      return found;
    },
  ),
  sends("a digest over numbers and bytes", "85142e6a2ca2ca0ae0cdf0e07be2d3b2", (place) => {
    const MessageAttributes = {
      z: { DataType: "Number", StringValue: "1" },
      a: { DataType: "Binary", BinaryValue: Buffer.from([0, 255]) },
    };
    return outcome(send(place, "x", { MessageAttributes }), (it) => it.MD5OfMessageAttributes);
  }),
  sends("a message of 1 MiB", "done", async (place) => {
    const found = await outcome(send(place, "x".repeat(MIB)));
    await remove(place, await handle(place)).catch(() => undefined);
    return found;
  }),
  sends("a message over 1 MiB", refused("InvalidParameterValue"), (place) =>
    outcome(send(place, "x".repeat(MIB + 1))),
  ),
  sends("an empty message", refused("MissingParameter"), (place) => outcome(send(place, ""))),
  sends("a character that XML has not", refused("InvalidMessageContents"), (place) =>
    outcome(send(place, "a\u0001b")),
  ),
  sends("a delay of 901 s", refused("InvalidParameterValue"), (place) =>
    outcome(send(place, "x", { DelaySeconds: 901 })),
  ),
  sends("a queue that is not there", refused("QueueDoesNotExist"), (place) =>
    outcome(send(place, "x", { QueueUrl: place.queues.work.replace(/[^/]+$/, "conformance-nowhere") })),
  ),
  batch("ten messages", { successful: 10, failed: 0, received: 10, left: 0 }, async (place) => {
    const sent = await sendAll(place, entries(10));
    let [received, left] = [0, 0];
    for (let tries = 0; tries < 20 && received < 10; tries++) {
      const { Messages = [] } = await receive(place, { MaxNumberOfMessages: 10, WaitTimeSeconds: 1 });
      received += Messages.length;
      if (Messages.length === 0) continue;
      const Entries = Messages.map(({ ReceiptHandle }, n) => ({ Id: `${n}`, ReceiptHandle }));
      const gone = await place.sqs.send(
        new DeleteMessageBatchCommand({ QueueUrl: place.queues.work, Entries }),
      );
      left += gone.Failed?.length ?? 0;
    }
    return { successful: sent.Successful?.length, failed: sent.Failed?.length ?? 0, received, left };
  }),
  batch("eleven messages", refused("TooManyEntriesInBatchRequest"), (place) =>
    outcome(sendAll(place, entries(11))),
  ),
  batch("no message", refused("EmptyBatchRequest"), (place) => outcome(sendAll(place, []))),
  batch("one id twice", refused("BatchEntryIdsNotDistinct"), (place) =>
    outcome(sendAll(place, [...entries(1), ...entries(1)])),
  ),
  batch("an id with a blank", refused("InvalidBatchEntryId"), (place) =>
    outcome(sendAll(place, [{ Id: "a b", MessageBody: "x" }])),
  ),
  batch("messages over 1 MiB together", refused("BatchRequestTooLong"), (place) =>
    outcome(sendAll(place, entries(2, "x".repeat(MIB / 2 + 1)))),
  ),
  batch("a wrong message beside a right one", { successful: ["0"], failed: ["1"] }, async (place) => {
    const found = await outcome(
      sendAll(place, [...entries(1), { Id: "1", MessageBody: "a\u0001b" }]),
      (it) => ({
        successful: it.Successful?.map(({ Id }) => Id),
        failed: it.Failed?.map(({ Id }) => Id),
      }),
    );
    await remove(place, await handle(place)).catch(() => undefined);
    return found;
  }),
  batch(
    "a delete by what is no receipt",
    { successful: [], failed: ["0:ReceiptHandleIsInvalid"] },
    (place) =>
      outcome(
        place.sqs.send(
          new DeleteMessageBatchCommand({
            QueueUrl: place.queues.work,
            Entries: [{ Id: "0", ReceiptHandle: "none" }],
          }),
        ),
        (it) => ({
          successful: it.Successful ?? [],
          failed: it.Failed?.map(({ Id, Code }) => `${Id}:${Code}`),
        }),
      ),
    "SQS API reference, DeleteMessageBatch",
  ),
  receives("eleven at once", refused("InvalidParameterValue"), (place) =>
    outcome(receive(place, { MaxNumberOfMessages: 11 })),
  ),
  receives("none at once", refused("InvalidParameterValue"), (place) =>
    outcome(receive(place, { MaxNumberOfMessages: 0 })),
  ),
  receives("waiting for 21 s", refused("InvalidParameterValue"), (place) =>
    outcome(receive(place, { WaitTimeSeconds: 21 })),
  ),
  visibility("nought shows it again, received twice", { body: "work", count: "2" }, (place) =>
    once(place, async (receipt) => {
      await hide(place, receipt, 0);
      const again = await next(place);
      if (again?.ReceiptHandle) await remove(place, again.ReceiptHandle);
      return { body: again?.Body, count: again?.Attributes?.ApproximateReceiveCount };
    }),
  ),
  visibility("over twelve hours", refused("InvalidParameterValue"), (place) =>
    once(place, (receipt) => outcome(hide(place, receipt, 43_201))),
  ),
  visibility("of what is visible already", refused("MessageNotInflight"), (place) =>
    once(place, async (receipt) => {
      await hide(place, receipt, 0);
      return outcome(hide(place, receipt, 30));
    }),
  ),
  visibility("by what is no receipt", refused("ReceiptHandleIsInvalid"), (place) =>
    outcome(hide(place, "none", 1)),
  ),
  deletes("twice", "done", (place) =>
    once(place, async (receipt) => {
      await remove(place, receipt);
      return outcome(remove(place, receipt));
    }),
  ),
  deletes("by what is no receipt", refused("ReceiptHandleIsInvalid"), (place) =>
    outcome(remove(place, "none")),
  ),
  from("sqs", "SQS API reference, GetQueueAttributes")(
    "what a queue says of itself",
    { visibility: "180" },
    ({ sqs, queues: { work } }) =>
      outcome(
        sqs.send(new GetQueueAttributesCommand({ QueueUrl: work, AttributeNames: ["VisibilityTimeout"] })),
        (it) => ({ visibility: it.Attributes?.VisibilityTimeout }),
      ),
  ),
];

export const queues = all.map(
  (it): Case => ({ ...it, run: (place) => it.run(place).finally(() => clear(place)) }),
);
