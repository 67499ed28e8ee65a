import type { Stack } from "aws-cdk-lib";
import { ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { CfnSubscription, type Topic } from "aws-cdk-lib/aws-sns";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import type { QueueName } from "../infra/bus.ts";
import { secondPath } from "../infra/email.ts";
import { idOf } from "./names.ts";

/** Bounces and complaints reach their queues once more, past the bus. */
export function subscribe(
  stack: Stack,
  { topicArn }: Topic,
  queues: ReadonlyMap<QueueName, Queue>,
  undelivered: Queue,
): void {
  const topic = new ServicePrincipal("sns.amazonaws.com", {
    conditions: { ArnEquals: { "aws:SourceArn": topicArn } },
  });
  undelivered.grantSendMessages(topic);
  for (const name of secondPath.queues) {
    const queue = queues.get(name);
    if (!queue) throw new Error(`The second path leads to ${name}, which is no queue`);
    queue.grantSendMessages(topic);
    new CfnSubscription(stack, `SecondPathTo${idOf(name)}`, {
      topicArn,
      protocol: "sqs",
      endpoint: queue.queueArn,
      rawMessageDelivery: true,
      redrivePolicy: { deadLetterTargetArn: undelivered.queueArn },
    });
  }
}
