import type { z } from "zod";
import { AwsError } from "../wire/index.ts";
import type { Box } from "./box.ts";
import { attributesDigest } from "./digest.ts";
import { bodyFault, LARGEST, noReceipt } from "./fault.ts";
import { md5, readReceipt } from "./message.ts";
import type { DeleteBatch, SendBatch } from "./schema.ts";

type Entries<S extends z.ZodType<{ Entries: unknown }>> = z.output<S>["Entries"];

/** Sends contents in one write; answers what SQS says of each. */
export async function send(box: Box, contents: readonly Omit<Entries<typeof SendBatch>[number], "Id">[]) {
  const sent = await box.send(
    ...contents.map(({ MessageBody: body, DelaySeconds: delay, MessageAttributes: attributes }) => ({
      body,
      delay,
      attributes,
    })),
  );
  return sent.map(({ id, body, attributes }) => ({
    MessageId: id,
    MD5OfMessageBody: md5(body),
    MD5OfMessageAttributes: attributesDigest(attributes),
  }));
}

export async function sendBatch(box: Box, entries: Entries<typeof SendBatch>) {
  check(entries);
  const bytes = entries.reduce((sum, { MessageBody }) => sum + Buffer.byteLength(MessageBody), 0);
  if (bytes > LARGEST)
    throw new AwsError("BatchRequestTooLong", `Batch requests cannot be longer than ${LARGEST} bytes.`);
  const right = entries.filter(({ MessageBody }) => !bodyFault(MessageBody));
  const sent = right.length > 0 ? await send(box, right) : [];
  return {
    Successful: right.map(({ Id }, at) => ({ Id, ...sent[at] })),
    Failed: entries.flatMap(({ Id, MessageBody }) => failure(Id, bodyFault(MessageBody))),
  };
}

export async function deleteBatch(box: Box, entries: Entries<typeof DeleteBatch>) {
  check(entries);
  const valid = entries.filter(({ ReceiptHandle }) => readReceipt(ReceiptHandle));
  await box.remove(valid.map((entry) => entry.ReceiptHandle));
  return {
    Successful: valid.map(({ Id }) => ({ Id })),
    Failed: entries.filter((entry) => !valid.includes(entry)).flatMap(({ Id }) => failure(Id, noReceipt())),
  };
}

/** An entry that failed by itself (SQS API reference, BatchResultErrorEntry). */
const failure = (Id: string, fault: AwsError | undefined) =>
  fault ? [{ Id, SenderFault: true, Code: fault.name, Message: fault.message }] : [];

const ID = /^[\w-]{1,80}$/;

/** One to ten entries, each with an id of its own (SQS API, common batch errors). */
function check(entries: readonly { readonly Id: string }[]) {
  if (entries.length === 0) throw new AwsError("EmptyBatchRequest", "There should be at least one entry.");
  if (entries.length > 10)
    throw new AwsError("TooManyEntriesInBatchRequest", "Maximum number of entries per request are 10.");
  if (!entries.every(({ Id }) => ID.test(Id)))
    throw new AwsError(
      "InvalidBatchEntryId",
      "A batch entry id may only contain letters, digits, hyphens and underscores, 80 at most.",
    );
  if (new Set(entries.map((entry) => entry.Id)).size < entries.length)
    throw new AwsError("BatchEntryIdsNotDistinct", "Two or more batch entries have the same id.");
}
