import { Duration, type Stack } from "aws-cdk-lib";
import { SqsEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import type { QueueName, Queue as Spec } from "../infra/bus.ts";
import { acknowledge } from "./acknowledge.ts";
import { functionOf, type Workshop } from "./function.ts";
import { idOf } from "./names.ts";

const common = {
  encryption: QueueEncryption.SQS_MANAGED,
  enforceSSL: true,
  retentionPeriod: Duration.days(14),
};

/** Where ends what was given up: for two weeks, the longest that SQS keeps anything. */
function dying(stack: Stack, { name }: Workshop, of: string): Queue {
  const queue = new Queue(stack, `${idOf(of)}Dead`, { ...common, queueName: name(`${of}-dead`) });
  acknowledge(queue, { "Serverless-SQSRedrivePolicy": HOLDS });
  return queue;
}

/** The same for what is given up by others than a queue, which cdk-nag does not know. */
export function deadLetters(stack: Stack, shop: Workshop, of: string): Queue {
  const queue = dying(stack, shop, of);
  acknowledge(queue, { "AwsSolutions-SQS3": HOLDS });
  return queue;
}

const HOLDS = "It holds dead letters itself; the alarm dead-letters rings at the first";

/** A queue of `infra/bus.ts` and the function it feeds. */
export function feed(stack: Stack, shop: Workshop, name: QueueName, spec: Spec): Queue {
  const dead = dying(stack, shop, name);
  const queue = new Queue(stack, `${idOf(name)}Queue`, {
    ...common,
    queueName: shop.name(name),
    visibilityTimeout: Duration.seconds(spec.visibility),
    deadLetterQueue: { queue: dead, maxReceiveCount: spec.attempts },
  });
  const lambda = functionOf(stack, spec.function, shop, {
    keeps: `The queue ${name} brings a message again, and keeps it in its dead letters after ${spec.attempts} times`,
    also: [{ actions: TAKES, resources: [queue.queueArn] }],
  });
  lambda.addEventSource(
    new SqsEventSource(queue, {
      batchSize: spec.batch,
      maxBatchingWindow: Duration.seconds(spec.window),
      maxConcurrency: spec.concurrency,
      reportBatchItemFailures: true,
    }),
  );
  acknowledge(lambda, {
    "Serverless-LambdaEventSourceMappingDestination":
      "A queue takes no destination for failures (Lambda API, DestinationConfig): its own dead letters are that",
  });
  return queue;
}

/** What Lambda does with a queue on a function's behalf (Lambda guide, "Using Lambda with Amazon SQS", execution role). */
const TAKES = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"];
