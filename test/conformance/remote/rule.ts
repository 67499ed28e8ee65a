import {
  DeleteRuleCommand,
  PutEventsCommand,
  PutRuleCommand,
  PutTargetsCommand,
  RemoveTargetsCommand,
} from "@aws-sdk/client-eventbridge";
import { DeleteMessageCommand, GetQueueAttributesCommand, ReceiveMessageCommand } from "@aws-sdk/client-sqs";
import type { Place } from "../place.ts";

const NAME = "trial";

/** Tries a pattern by a rule with it and one event, where a rule takes effect and delivers at once. */
export function byRule({ bus, sqs, busName, queues: { events: QueueUrl } }: Place): Place["matches"] {
  const named = { EventBusName: busName };
  async function point() {
    const asked = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["QueueArn"] });
    const Arn = (await sqs.send(asked)).Attributes?.QueueArn;
    await bus.send(new PutTargetsCommand({ ...named, Rule: NAME, Targets: [{ Id: NAME, Arn }] }));
  }
  async function arrived() {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }),
    );
    for (const { ReceiptHandle } of Messages)
      await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    return Messages.length > 0;
  }
  return async (pattern, { source, "detail-type": type, detail }) => {
    await bus.send(new PutRuleCommand({ ...named, Name: NAME, EventPattern: JSON.stringify(pattern) }));
    try {
      await point();
      const entry = { ...named, Source: source, DetailType: type, Detail: JSON.stringify(detail) };
      await bus.send(new PutEventsCommand({ Entries: [entry] }));
      return await arrived();
    } finally {
      await bus.send(new RemoveTargetsCommand({ ...named, Rule: NAME, Ids: [NAME] })).catch(() => undefined);
      await bus.send(new DeleteRuleCommand({ ...named, Name: NAME }));
    }
  };
}
