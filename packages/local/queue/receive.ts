import type { z } from "zod";
import type { Box } from "./box.ts";
import { attributesDigest } from "./digest.ts";
import { md5, receiptOf, systemAttributes } from "./message.ts";
import type { Receive } from "./schema.ts";

const POLL_MS = 25;

/** ReceiveMessage, waiting for a first message in real time (long polling) when the caller asks for it. */
export async function receive(box: Box, input: z.output<typeof Receive>) {
  const until = Date.now() + input.WaitTimeSeconds * 1000;
  const take = () => box.receive(input.MaxNumberOfMessages, input.VisibilityTimeout);
  let messages = await take();
  while (messages.length === 0 && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS).unref());
    messages = await take();
  }
  const wanted = [...input.AttributeNames, ...input.MessageSystemAttributeNames];
  const asked = ([name]: [string, string]) => wanted.includes("All") || wanted.includes(name);
  const Messages = messages.map((message) => ({
    MessageId: message.id,
    ReceiptHandle: receiptOf(message),
    Body: message.body,
    MD5OfBody: md5(message.body),
    Attributes: Object.fromEntries(Object.entries(systemAttributes(message)).filter(asked)),
    MessageAttributes: message.attributes,
    MD5OfMessageAttributes: attributesDigest(message.attributes),
  }));
  return Messages.length === 0 ? {} : { Messages };
}
