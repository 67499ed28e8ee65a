import type { z } from "zod";
import { AwsError } from "../wire/index.ts";
import type { Box } from "./box.ts";
import { md5 } from "./message.ts";
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
  return sent.map(({ id, body }) => ({ MessageId: id, MD5OfMessageBody: md5(body) }));
}

export async function sendBatch(box: Box, entries: Entries<typeof SendBatch>) {
  check(entries);
  const sent = await send(box, entries);
  return { Successful: entries.map(({ Id }, at) => ({ Id, ...sent[at] })), Failed: [] };
}

export async function deleteBatch(box: Box, entries: Entries<typeof DeleteBatch>) {
  check(entries);
  await box.remove(entries.map((entry) => entry.ReceiptHandle));
  return { Successful: entries.map(({ Id }) => ({ Id })), Failed: [] };
}

/** One to ten entries, each with an id of its own (SQS API, common batch errors). */
function check(entries: readonly { readonly Id: string }[]) {
  if (entries.length === 0) throw new AwsError("EmptyBatchRequest", "There should be at least one entry.");
  if (entries.length > 10)
    throw new AwsError("TooManyEntriesInBatchRequest", "Maximum number of entries per request are 10.");
  if (new Set(entries.map((entry) => entry.Id)).size < entries.length)
    throw new AwsError("BatchEntryIdsNotDistinct", "Two or more batch entries have the same id.");
}
