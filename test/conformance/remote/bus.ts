import {
  CreateEventBusCommand,
  DeleteEventBusCommand,
  DeleteRuleCommand,
  PutRuleCommand,
  PutTargetsCommand,
  RemoveTargetsCommand,
} from "@aws-sdk/client-eventbridge";
import { type Place, rulePattern } from "../place.ts";
import type { Undo } from "../remote.ts";

/** A bus with one rule that leads to a queue. */
export async function makeBus({ bus }: Pick<Place, "bus">, name: string, Arn: string, undo: Undo) {
  const named = { EventBusName: name };
  await bus.send(new CreateEventBusCommand({ Name: name }));
  undo(() => bus.send(new DeleteEventBusCommand({ Name: name })));
  await bus.send(new PutRuleCommand({ ...named, Name: name, EventPattern: JSON.stringify(rulePattern) }));
  undo(() => bus.send(new DeleteRuleCommand({ ...named, Name: name })));
  await bus.send(new PutTargetsCommand({ ...named, Rule: name, Targets: [{ Id: "queue", Arn }] }));
  undo(() => bus.send(new RemoveTargetsCommand({ ...named, Rule: name, Ids: ["queue"] })));
}
