import { randomUUID } from "node:crypto";
import { campaignWorkflow, importWorkflow } from "../../infra/index.ts";
import { clientsOf, type Endpoints, type Place, tryPattern } from "./place.ts";
import { makeBus } from "./remote/bus.ts";
import { makeMail } from "./remote/email.ts";
import { makeQueue } from "./remote/queue.ts";
import { makeTable } from "./remote/table.ts";
import { makeMachine } from "./remote/workflow.ts";

/** How to take back what was made, the last first. */
export type Undo = (step: () => Promise<unknown>) => void;

export interface RemoteOptions {
  readonly endpoints: Endpoints;
  /** Whom Step Functions runs as. */
  readonly role: string;
  /** An identity that SES knows, or will be told of. */
  readonly sender: string;
  /** Has SES learn of the sender, which on AWS the operator did. */
  readonly introduce: boolean;
}

/** Makes what the cases need in a cloud that is not ours, under names of this run, and deletes it at the end. */
export async function openRemote({ endpoints, role, sender, introduce }: RemoteOptions): Promise<Place> {
  const name = `conformance-${randomUUID().slice(0, 8)}`;
  const { clients, destroy } = clientsOf(endpoints);
  const steps: (() => Promise<unknown>)[] = [];
  const undo: Undo = (step) => void steps.unshift(step);
  const close = async () => {
    const failed: unknown[] = [];
    // One after the other: a bus that still has a rule can't be deleted.
    for (const step of steps) await step().catch((error: unknown) => failed.push(error));
    destroy();
    if (failed.length > 0)
      throw new AggregateError(failed, `Not all of ${name} was deleted: look for that name`);
  };
  try {
    await makeTable(clients, name, undo);
    const work = await makeQueue(clients, `${name}-work`, undo);
    const events = await makeQueue(clients, `${name}-events`, undo);
    await makeBus(clients, name, events.arn, undo);
    await makeMail(clients, name, introduce ? sender : undefined, undo);
    const functionArn = (it: string) => `arn:aws:lambda:us-east-1:123456789012:function:${name}-${it}`;
    const standard = (called: string, definition: object) =>
      makeMachine(clients, { name: called, roleArn: role, definition: JSON.stringify(definition) }, undo);
    const machine = await standard(name, campaignWorkflow(functionArn));
    const importMachine = await standard(`${name}-import`, importWorkflow(functionArn));
    const recipient = "success@simulator.amazonses.com";
    const queues = { work: work.url, events: events.url };
    const made = {
      table: name,
      configurationSet: name,
      busName: name,
      machine,
      importMachine,
      sender,
      recipient,
      queues,
    };
    const matches: Place["matches"] = (pattern, event) => tryPattern(clients.bus, pattern, event);
    return { ...clients, ...made, matches, close };
  } catch (error) {
    await close().catch(() => undefined);
    throw error;
  }
}
