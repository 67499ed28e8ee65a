import {
  CreateQueueCommand,
  DeleteQueueCommand,
  GetQueueAttributesCommand,
  SetQueueAttributesCommand,
} from "@aws-sdk/client-sqs";
import type { Place } from "../place.ts";
import type { Undo } from "../remote.ts";

/** A queue into which EventBridge may write. */
export async function makeQueue({ sqs }: Pick<Place, "sqs">, QueueName: string, undo: Undo) {
  const Attributes = { VisibilityTimeout: "180" };
  const { QueueUrl: url = "" } = await sqs.send(new CreateQueueCommand({ QueueName, Attributes }));
  undo(() => sqs.send(new DeleteQueueCommand({ QueueUrl: url })));
  const asked = new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ["QueueArn"] });
  const arn = (await sqs.send(asked)).Attributes?.QueueArn ?? "";
  const Policy = JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { Service: "events.amazonaws.com" },
        Action: "sqs:SendMessage",
        Resource: arn,
      },
    ],
  });
  await sqs.send(new SetQueueAttributesCommand({ QueueUrl: url, Attributes: { Policy } }));
  return { url, arn };
}
