import { Duration, type Stack } from "aws-cdk-lib";
import { EventBus } from "aws-cdk-lib/aws-events";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { bus, type QueueName, queues, type Queue as Spec } from "../infra/bus.ts";
import type { Data } from "./data.ts";
import type { Email } from "./email.ts";
import type { Workshop } from "./function.ts";
import { pipeOf } from "./pipe.ts";
import { deadLetters, type Fed, feed } from "./queue.ts";
import { rulesOf } from "./rules.ts";
import { schedulesOf } from "./schedules.ts";
import { stackOf } from "./scope.ts";
import { subscribe } from "./second-path.ts";

export interface Events {
  readonly stack: Stack;
  readonly queues: ReadonlyMap<QueueName, Queue>;
  /** Everything that was given up, by what gave it up. */
  readonly dead: ReadonlyMap<string, Queue>;
  /** Name of the pipe. */
  readonly pipe: string;
}

/** What follows from what: table -> pipe -> bus -> rules -> queues -> functions; SES -> rules; and the clock. */
export function eventsStack(shop: Workshop, data: Data, email: Email): Events {
  const stack = stackOf(shop, "events");
  const undelivered = deadLetters(stack, shop, "undelivered");
  const own = busOf(stack, shop, undelivered);
  const fed = new Map<QueueName, Fed>();
  for (const [name, spec] of Object.entries<Spec>(queues))
    fed.set(name as QueueName, feed(stack, shop, name as QueueName, spec));
  const waiting = new Map([...fed].map(([name, { queue }]) => [name, queue] as const));
  rulesOf(stack, shop, { own, queues: waiting, undelivered, configurationSet: email.configurationSet });
  subscribe(stack, email.topic, waiting, undelivered);
  const piped = pipeOf(stack, shop, data.table, own);
  const missed = deadLetters(stack, shop, "missed");
  schedulesOf(stack, shop, missed);
  const dead = new Map<string, Queue>([
    ...[...fed].map(([name, one]) => [name, one.dead] as const),
    ["pipe", piped.dead],
    ["undelivered", undelivered],
    ["missed", missed],
  ]);
  return { stack, queues: waiting, dead, pipe: piped.name };
}

/** The bus of our own events, and what it carried in the last weeks, to be carried again. */
function busOf(stack: Stack, { name }: Workshop, undelivered: Queue): EventBus {
  const own = new EventBus(stack, "Bus", {
    eventBusName: name(bus.name),
    description: "What happened to candidates, mails and campaigns",
    deadLetterQueue: undelivered,
  });
  own.archive("Archive", {
    archiveName: name(bus.name),
    description: "Replayed by hand; every subscriber takes an event twice without harm",
    eventPattern: { source: ["perennial"] },
    retention: Duration.days(bus.archiveDays),
  });
  return own;
}
