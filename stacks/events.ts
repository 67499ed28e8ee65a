import { Duration, type Stack } from "aws-cdk-lib";
import { EventBus } from "aws-cdk-lib/aws-events";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { bus, type QueueName, queues, type Queue as Spec } from "../infra/bus.ts";
import type { Data } from "./data.ts";
import type { Email } from "./email.ts";
import type { Workshop } from "./function.ts";
import { pipeOf } from "./pipe.ts";
import { deadLetters, feed } from "./queue.ts";
import { rulesOf } from "./rules.ts";
import { schedulesOf } from "./schedules.ts";
import { stackOf } from "./scope.ts";
import { subscribe } from "./second-path.ts";

/** What gives up besides the queues' functions: the pipe, whoever could not put something on a queue, and the clock. */
export const GIVING_UP = { pipe: "pipe", undelivered: "undelivered", missed: "missed" } as const;

/** What follows from what: table -> pipe -> bus -> rules -> queues -> functions; SES -> rules; and the clock. */
export function eventsStack(shop: Workshop, data: Data, email: Email): Stack {
  const stack = stackOf(shop, "events");
  const undelivered = deadLetters(stack, shop, GIVING_UP.undelivered);
  const own = busOf(stack, shop, undelivered);
  const waiting = new Map<QueueName, Queue>();
  for (const [name, spec] of Object.entries<Spec>(queues))
    waiting.set(name as QueueName, feed(stack, shop, name as QueueName, spec));
  rulesOf(stack, shop, { own, queues: waiting, undelivered, configurationSet: email.configurationSet });
  subscribe(stack, email.topic, waiting, undelivered);
  pipeOf(stack, shop, data.table, { own, dead: deadLetters(stack, shop, GIVING_UP.pipe) });
  schedulesOf(stack, shop, deadLetters(stack, shop, GIVING_UP.missed));
  return stack;
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
