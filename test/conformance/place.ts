import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { EventBridgeClient, TestEventPatternCommand } from "@aws-sdk/client-eventbridge";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import { SFNClient } from "@aws-sdk/client-sfn";
import { SQSClient } from "@aws-sdk/client-sqs";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";

/** A cloud that answers AWS's calls, with what the product has in it under names that nothing else uses. */
export interface Place {
  readonly documents: DynamoDBDocumentClient;
  readonly ses: SESv2Client;
  readonly bus: EventBridgeClient;
  readonly sqs: SQSClient;
  readonly sfn: SFNClient;
  /** The table of `infra/table.ts`, empty. */
  readonly table: string;
  readonly configurationSet: string;
  /** An address that SES lets us send from, and one that takes every mail. */
  readonly sender: string;
  readonly recipient: string;
  /** A bus whose rule of `rulePattern` leads to the queue `events`. */
  readonly busName: string;
  /** Addresses of queues with a visibility timeout of 180 s that nobody else reads. */
  readonly queues: { readonly work: string; readonly events: string };
  /** ARNs of the campaign's workflow and the import's, whose tasks never answer. */
  readonly machine: string;
  readonly importMachine: string;
  /** Whether EventBridge lets an event through a pattern. */
  matches(pattern: unknown, event: BusEvent): Promise<boolean | undefined>;
  close(): Promise<void>;
}

/** An event as EventBridge carries it, without what it says of where and when. */
export interface BusEvent {
  readonly source: string;
  readonly "detail-type": string;
  readonly detail: object;
}

/** What the rule of the place's bus lets through. */
export const rulePattern = { source: ["conformance"], detail: { passes: [true] } };

/** Where each service answers; undefined is AWS itself. */
export type Endpoints = Readonly<Record<"dynamodb" | "ses" | "bus" | "sqs" | "sfn", string | undefined>>;

/** Clients that do not retry, so that each answer is seen. */
export function clientsOf(endpoints: Endpoints) {
  const common = (endpoint: string | undefined) =>
    endpoint === undefined
      ? {}
      : {
          endpoint,
          region: "us-east-1",
          credentials: { accessKeyId: "local", secretAccessKey: "local" },
          maxAttempts: 1,
        };
  const dynamodb = new DynamoDBClient(common(endpoints.dynamodb));
  const clients = {
    documents: DynamoDBDocumentClient.from(dynamodb),
    ses: new SESv2Client(common(endpoints.ses)),
    bus: new EventBridgeClient(common(endpoints.bus)),
    sqs: new SQSClient(common(endpoints.sqs)),
    sfn: new SFNClient(common(endpoints.sfn)),
  };
  const destroy = () => {
    for (const client of [dynamodb, clients.ses, clients.bus, clients.sqs, clients.sfn]) client.destroy();
  };
  return { clients, destroy };
}

const ENVELOPE = {
  id: "1",
  account: "000000000000",
  time: "2026-03-02T09:00:00Z",
  region: "us-east-1",
  resources: [],
};

/** By TestEventPattern. */
export async function tryPattern(bus: EventBridgeClient, pattern: unknown, event: BusEvent) {
  const Event = JSON.stringify({ ...ENVELOPE, ...event });
  const { Result } = await bus.send(
    new TestEventPatternCommand({ EventPattern: JSON.stringify(pattern), Event }),
  );
  return Result;
}
