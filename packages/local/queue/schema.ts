import { z } from "zod";

/** The inputs of the SQS operations answered here (SQS API, AWS JSON protocol). */
const QueueUrl = z.string();
const ReceiptHandle = z.string();
const Visibility = z.number().int().min(0).max(43_200);
const MessageAttribute = z.object({
  DataType: z.string(),
  StringValue: z.string().optional(),
  BinaryValue: z.string().optional(),
});
export type MessageAttribute = z.infer<typeof MessageAttribute>;

const Content = z.object({
  MessageBody: z.string().default(""),
  DelaySeconds: z.number().int().min(0).max(900).default(0),
  MessageAttributes: z.record(z.string(), MessageAttribute).default({}),
});

export const Send = Content.extend({ QueueUrl });
export const SendBatch = z.object({ QueueUrl, Entries: z.array(Content.extend({ Id: z.string() })) });
export const Receive = z.object({
  QueueUrl,
  MaxNumberOfMessages: z.number().int().min(1).max(10).default(1),
  VisibilityTimeout: Visibility.optional(),
  WaitTimeSeconds: z.number().int().min(0).max(20).default(0),
  AttributeNames: z.array(z.string()).default([]),
  MessageSystemAttributeNames: z.array(z.string()).default([]),
});
export const Delete = z.object({ QueueUrl, ReceiptHandle });
export const DeleteBatch = z.object({
  QueueUrl,
  Entries: z.array(z.object({ Id: z.string(), ReceiptHandle })),
});
export const ChangeVisibility = z.object({ QueueUrl, ReceiptHandle, VisibilityTimeout: Visibility });
export const GetUrl = z.object({ QueueName: z.string() });
export const OneQueue = z.object({ QueueUrl });
export const ListQueues = z.object({ QueueNamePrefix: z.string().default("") });
export const Move = z.object({ SourceArn: z.string(), DestinationArn: z.string().optional() });
