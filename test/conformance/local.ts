import { join } from "node:path";
import { campaignWorkflow, email, importWorkflow, bus as ours, table } from "../../infra/index.ts";
import { startBus } from "../../packages/local/bus/index.ts";
import { startDynamoDb } from "../../packages/local/dynamodb/index.ts";
import { startEmail } from "../../packages/local/email/index.ts";
import { startQueues } from "../../packages/local/queue/index.ts";
import { machineArn, startWorkflows } from "../../packages/local/workflow/index.ts";
import { openMachine } from "../local/machine.ts";
import { clientsOf, type Place, rulePattern, tryPattern } from "./place.ts";

const NAME = "conformance";
const IMPORT = "conformance-import";
const queue = {
  function: "confirm",
  batch: 1,
  window: 0,
  visibility: 180,
  attempts: 5,
  concurrency: 1,
} as const;
const functionArn = (name: string) => `arn:aws:lambda:us-east-1:000000000000:function:${name}`;
const never = () => new Promise<never>(() => undefined);

/** The rooms of the local cloud that speak AWS's protocols, in a directory of their own. */
export async function openLocal(): Promise<Place> {
  const machine = await openMachine();
  const dynamodb = await startDynamoDb({ ...machine, path: join(machine.dir, "table"), table });
  // Nobody reads dead letters, so the cases can.
  const queues = await startQueues({ ...machine, queues: { work: queue, events: queue }, invoke: never });
  const bus = await startBus({
    ...machine,
    buses: ["default", ours.name],
    rules: [{ name: NAME, bus: ours.name, pattern: rulePattern, queue: "events-dead" }],
    deliver: (name, envelope) => queues.send(name, JSON.stringify(envelope)),
  });
  const publish = async () => undefined;
  const ses = await startEmail({ ...machine, email, publish, trackingUrl: "http://127.0.0.1:9" });
  const sfn = await startWorkflows({
    ...machine,
    machines: [
      { name: NAME, definition: campaignWorkflow(functionArn) },
      { name: IMPORT, definition: importWorkflow(functionArn) },
    ],
    invoke: never,
  });
  const services = { dynamodb, ses, bus, sqs: queues, sfn };
  const { clients, destroy } = clientsOf({
    dynamodb: dynamodb.endpoint,
    ses: ses.endpoint,
    bus: bus.endpoint,
    sqs: queues.endpoint,
    sfn: sfn.endpoint,
  });
  const url = (name: string) => `${queues.endpoint}/000000000000/${name}`;
  return {
    ...clients,
    table: table.name,
    configurationSet: email.configurationSet,
    sender: "jobs@klinik.example",
    recipient: "success@simulator.amazonses.com",
    busName: ours.name,
    queues: { work: url("work-dead"), events: url("events-dead") },
    machine: machineArn(NAME),
    importMachine: machineArn(IMPORT),
    matches: (pattern, event) => tryPattern(clients.bus, pattern, event),
    async close() {
      destroy();
      for (const service of Object.values(services)) await service.stop();
      await machine.remove();
    },
  };
}
