import type { SQSRecord } from "aws-lambda";
import { z } from "zod";
import { region } from "../wire/names.ts";
import type { Box } from "./box.ts";
import { type Message, md5, receiptOf, systemAttributes } from "./message.ts";

/** A message as Lambda's event source mapping hands it to a function (Lambda guide, Using Lambda with SQS). */
export function recordOf(box: Box, message: Message): SQSRecord {
  return {
    messageId: message.id,
    receiptHandle: receiptOf(message),
    body: message.body,
    attributes: systemAttributes(message),
    messageAttributes: Object.fromEntries(
      Object.entries(message.attributes).map(([name, { DataType, StringValue, BinaryValue }]) => [
        name,
        {
          dataType: DataType,
          ...(StringValue === undefined ? {} : { stringValue: StringValue }),
          ...(BinaryValue === undefined ? {} : { binaryValue: BinaryValue }),
          stringListValues: [],
          binaryListValues: [],
        },
      ]),
    ),
    md5OfBody: md5(message.body),
    eventSource: "aws:sqs",
    eventSourceARN: box.arn,
    awsRegion: region,
  };
}

const Answer = z
  .object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })).nullish() })
  .nullish();

/**
 * The messages a function's answer reports as failed. As on AWS the whole batch failed when the answer names a message
 * that isn't in it or names none properly, and nothing failed when it doesn't speak of failures
 * (Lambda guide, Reporting batch item failures).
 */
export function failedIn(answer: unknown, batch: readonly Message[]): readonly Message[] {
  if (typeof answer !== "object") return [];
  const { success, data } = Answer.safeParse(answer);
  if (!success) return batch;
  const ids = new Set((data?.batchItemFailures ?? []).map((failure) => failure.itemIdentifier));
  const failed = batch.filter((message) => ids.has(message.id));
  return failed.length === ids.size ? failed : batch;
}
