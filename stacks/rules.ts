import type { Stack } from "aws-cdk-lib";
import { CfnRule, type EventBus } from "aws-cdk-lib/aws-events";
import { ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { type QueueName, type Rule, rules } from "../infra/bus.ts";
import type { Workshop } from "./function.ts";
import { idOf } from "./names.ts";

interface Between {
  readonly own: EventBus;
  readonly queues: ReadonlyMap<QueueName, Queue>;
  /** Where goes what a queue would not take. */
  readonly undelivered: Queue;
  readonly configurationSet: string;
}

const DAY = 24 * 60 * 60;

/** The rules of `infra/bus.ts`, each to its queue. */
export function rulesOf(stack: Stack, shop: Workshop, between: Between): void {
  for (const rule of rules) ruleOf(stack, shop, rule, between);
  // All at once: a queue's policy may have ten conditions (SQS guide, quotas), and there are more rules than that.
  const ours = [shop.name("*"), `${between.own.eventBusName}/*`];
  const sources = ours.map((it) =>
    stack.formatArn({ service: "events", resource: "rule", resourceName: it }),
  );
  between.undelivered.grantSendMessages(
    new ServicePrincipal("events.amazonaws.com", { conditions: { ArnLike: { "aws:SourceArn": sources } } }),
  );
}

function ruleOf(
  stack: Stack,
  { name }: Workshop,
  rule: Rule,
  { own, queues, undelivered, configurationSet }: Between,
) {
  const queue = queues.get(rule.queue as QueueName);
  if (!queue) throw new Error(`Rule ${rule.name} leads to no queue`);
  const made = new CfnRule(stack, `${idOf(rule.name)}Rule`, {
    name: name(rule.name),
    ...(rule.bus === "perennial" && { eventBusName: own.eventBusName }),
    eventPattern: ofStage(rule.pattern, configurationSet),
    targets: [
      {
        id: rule.queue,
        arn: queue.queueArn,
        retryPolicy: { maximumRetryAttempts: 185, maximumEventAgeInSeconds: DAY },
        deadLetterConfig: { arn: undelivered.queueArn },
      },
    ],
  });
  const bus = new ServicePrincipal("events.amazonaws.com", {
    conditions: { ArnEquals: { "aws:SourceArn": made.attrArn } },
  });
  queue.grantSendMessages(bus);
}

/** Mail of another stage in the same account is not ours: its configuration set has another name. */
function ofStage(pattern: Rule["pattern"], configurationSet: string): Record<string, unknown> {
  const { detail } = pattern as { detail?: { mail?: { tags?: object } } };
  if (detail?.mail?.tags === undefined) return { ...pattern };
  const tags = { ...detail.mail.tags, "ses:configuration-set": [configurationSet] };
  return { ...pattern, detail: { ...detail, mail: { ...detail.mail, tags } } };
}
