import { join } from "node:path";
import { EventBridgeClient, PutEventsCommand } from "@aws-sdk/client-eventbridge";
import { Events } from "@perennial/core/candidate/events.ts";
import {
  bus as busSpec,
  campaignWorkflow,
  email as emailSpec,
  functions,
  pipe as pipeSpec,
  queues as queueSpecs,
  rules,
  schedules,
  storage as storageSpec,
  table,
  workflow,
} from "../../infra/index.ts";
import { startBus } from "./bus/index.ts";
import { matches } from "./bus/match.ts";
import type { MovableClock } from "./clock/index.ts";
import { startDynamoDb } from "./dynamodb/index.ts";
import { startEmail } from "./email/index.ts";
import type { Journal } from "./journal/index.ts";
import { startLambda } from "./lambda/index.ts";
import { type PutEntry, startPipe } from "./pipe/index.ts";
import { startQueues } from "./queue/index.ts";
import { startScheduler } from "./scheduler/index.ts";
import { startStorage } from "./storage/index.ts";
import type { Store } from "./store.ts";
import { region } from "./wire/names.ts";
import { startWorkflows } from "./workflow/index.ts";

export interface Ground {
  readonly root: string;
  readonly data: string;
  readonly store: Store;
  readonly clock: MovableClock;
  readonly journal: Journal;
  /** Origin of the console, which SES's tracking addresses lead to. */
  readonly consoleUrl: string;
  readonly siteUrl: string;
  /** Functions run only after this: their environment must be there first. */
  readonly ready: Promise<void>;
}

export type Services = Awaited<ReturnType<typeof startServices>>;

/** Every service that `infra/` asks for, each wired to the next as AWS would: table, stream, pipe, bus, queue, function. */
export async function startServices({
  root,
  data,
  store,
  clock,
  journal,
  consoleUrl,
  siteUrl,
  ready,
}: Ground) {
  const common = { store, clock, journal };
  const dynamodb = await startDynamoDb({ path: join(data, "table"), table, clock, journal });
  const lambda = await startLambda({ functions, root, journal, clock });
  const invoke: typeof lambda.invoke = async (...call) => ready.then(() => lambda.invoke(...call));
  const queues = await startQueues({ ...common, queues: queueSpecs, invoke });
  const bus = await startBus({
    ...common,
    buses: ["default", busSpec.name],
    rules,
    deliver: async (queue, envelope) => {
      if (envelope["detail-type"] === Events.Erased.type)
        await email.forget(String(envelope.detail.candidateId));
      await queues.send(queue, JSON.stringify(envelope));
    },
  });
  const email = await startEmail({
    ...common,
    email: emailSpec,
    publish: bus.publish,
    trackingUrl: consoleUrl,
  });
  const definition = campaignWorkflow(lambda.arnOf);
  const workflows = await startWorkflows({
    ...common,
    machines: [{ name: workflow.name, definition }],
    invoke: (arn, payload, options) => invoke(lambda.nameOf(arn), payload, options),
  });
  const pipe = await startPipe({
    ...common,
    feed: dynamodb.feed,
    pipe: pipeSpec,
    matches,
    put: putter(bus.endpoint),
    enrich: (records) => invoke(pipeSpec.enrichment, records),
  });
  const scheduler = await startScheduler({ ...common, schedules, invoke });
  const files = { bucket: storageSpec.bucket, path: join(data, "files"), origins: [siteUrl] };
  const storage = await startStorage({ ...files, store, clock });
  return { dynamodb, lambda, queues, bus, email, workflows, pipe, scheduler, storage, invoke };
}

/** The pipe's target: PutEvents, over the wire like everybody else. */
function putter(endpoint: string) {
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = new EventBridgeClient({ endpoint, region, credentials });
  return async (entries: readonly PutEntry[]) => {
    const { FailedEntryCount } = await client.send(new PutEventsCommand({ Entries: [...entries] }));
    if (FailedEntryCount) throw new Error(`${FailedEntryCount} events were not taken`);
  };
}
