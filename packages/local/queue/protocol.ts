import { z } from "zod";
import { AwsError, operation as asked } from "../wire/index.ts";
import { account, arn } from "../wire/names.ts";
import { deleteBatch, send, sendBatch } from "./batch.ts";
import type { Box } from "./box.ts";
import { bodyFault, noReceipt } from "./fault.ts";
import { readReceipt } from "./message.ts";
import { receive } from "./receive.ts";
import * as Input from "./schema.ts";

interface Queues {
  readonly boxes: ReadonlyMap<string, Box>;
  /** The service's address, known once it listens. */
  readonly endpoint: () => string;
  /** Sends a queue's dead letters back to where they failed; answers how many. */
  readonly redrive: (name: string) => Promise<number>;
}

/** The SQS operations this machine answers (SQS API reference, AWS JSON protocol). */
export function operations({ boxes, endpoint, redrive }: Queues) {
  const named = (name: string) => {
    const box = boxes.get(name);
    if (!box) throw new AwsError("QueueDoesNotExist", "The specified queue does not exist.");
    return box;
  };
  const at = (url: string) => named(url.slice(url.lastIndexOf("/") + 1));
  const urlOf = (name: string) => `${endpoint()}/${account}/${name}`;
  return {
    SendMessage: operation(Input.Send, async ({ QueueUrl, ...content }) => {
      const fault = bodyFault(content.MessageBody);
      if (fault) throw fault;
      const [sent] = await send(at(QueueUrl), [content]);
      return sent ?? {};
    }),
    SendMessageBatch: operation(Input.SendBatch, (input) => sendBatch(at(input.QueueUrl), input.Entries)),
    ReceiveMessage: operation(Input.Receive, (input) => receive(at(input.QueueUrl), input)),
    DeleteMessage: operation(Input.Delete, async (input) => {
      await at(input.QueueUrl).remove([receiptIn(input)]);
      return {};
    }),
    DeleteMessageBatch: operation(Input.DeleteBatch, (input) =>
      deleteBatch(at(input.QueueUrl), input.Entries),
    ),
    ChangeMessageVisibility: operation(Input.ChangeVisibility, async (input) => {
      const changed = await at(input.QueueUrl).changeVisibility(receiptIn(input), input.VisibilityTimeout);
      if (!changed) throw new AwsError("MessageNotInflight", "The message referred to isn't in flight.");
      return {};
    }),
    GetQueueUrl: operation(Input.GetUrl, (input) => ({ QueueUrl: urlOf(named(input.QueueName).name) })),
    GetQueueAttributes: operation(Input.OneQueue, (input) => ({
      Attributes: attributesOf(at(input.QueueUrl)),
    })),
    ListQueues: operation(Input.ListQueues, ({ QueueNamePrefix: prefix }) => ({
      QueueUrls: [...boxes.keys()].filter((name) => name.startsWith(prefix)).map(urlOf),
    })),
    PurgeQueue: operation(Input.OneQueue, async (input) => {
      await at(input.QueueUrl).purge();
      return {};
    }),
    StartMessageMoveTask: operation(Input.Move, async ({ SourceArn }) => {
      const dead = [...boxes.values()].find((box) => box.redrive?.to.arn === SourceArn);
      if (!dead) throw new AwsError("ResourceNotFoundException", `${SourceArn} is no dead-letter queue`);
      const moved = await redrive(dead.name);
      return { TaskHandle: Buffer.from(`${arn("sqs", dead.name)}/${moved}`).toString("base64") };
    }),
  };
}

/** SQS's words for input out of range or left out (SQS API reference, Common error types). */
const invalid = (error: z.ZodError) => {
  const missing = error.issues.some(({ message }) => message.endsWith("received undefined"));
  return new AwsError(missing ? "MissingParameter" : "InvalidParameterValue", z.prettifyError(error));
};

const operation = <S extends z.ZodType, R extends object>(
  schema: S,
  run: (input: z.output<S>) => Promise<R> | R,
) => asked(schema, run, invalid);

function receiptIn({ ReceiptHandle }: { readonly ReceiptHandle: string }): string {
  if (readReceipt(ReceiptHandle)) return ReceiptHandle;
  throw noReceipt();
}

function attributesOf(box: Box): Record<string, string> {
  const { count } = box.visible();
  const { redrive } = box;
  const policy = redrive && { deadLetterTargetArn: redrive.to.arn, maxReceiveCount: redrive.attempts };
  return {
    QueueArn: box.arn,
    VisibilityTimeout: String(box.visibility),
    ApproximateNumberOfMessages: String(count),
    ApproximateNumberOfMessagesNotVisible: String(box.list().length - count),
    ...(policy ? { RedrivePolicy: JSON.stringify(policy) } : {}),
  };
}
