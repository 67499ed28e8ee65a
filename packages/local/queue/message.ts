import { createHash } from "node:crypto";
import type { SQSRecordAttributes } from "aws-lambda";
import type { MessageAttribute } from "./schema.ts";

/** One message of a queue, as it is kept. Instants are epoch milliseconds of the movable clock. */
export interface Message {
  readonly id: string;
  /** Its place in the order of arrival, over all queues. */
  readonly seq: number;
  readonly body: string;
  readonly attributes: Readonly<Record<string, MessageAttribute>>;
  readonly sentAt: number;
  readonly visibleAt: number;
  /** How often it was handed out. */
  readonly received: number;
  readonly firstReceivedAt?: number;
  /** The queue it failed in, for a dead letter. */
  readonly from?: string;
}

export const md5 = (text: string) => createHash("md5").update(text, "utf8").digest("hex");

/** A receipt names one handing out of one message: a later one makes it void, as on SQS. */
export const receiptOf = ({ seq, received }: Message) =>
  Buffer.from(JSON.stringify([seq, received])).toString("base64url");

/** The message and handing out a receipt names; undefined when it is none. */
export function readReceipt(receipt: string): { seq: number; received: number } | undefined {
  try {
    const [seq, received] = JSON.parse(Buffer.from(receipt, "base64url").toString("utf8"));
    return typeof seq === "number" && typeof received === "number" ? { seq, received } : undefined;
  } catch {
    return undefined;
  }
}

/** The system attributes SQS gives a received message (SQS API, ReceiveMessage). */
export function systemAttributes(message: Message): SQSRecordAttributes {
  return {
    ApproximateReceiveCount: String(message.received),
    SentTimestamp: String(message.sentAt),
    SenderId: "AIDAPERENNIALLOCAL",
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt ?? message.sentAt),
    ...(message.from === undefined ? {} : { DeadLetterQueueSourceArn: message.from }),
  };
}
