import { join } from "node:path";
import { Events } from "@perennial/core/candidate/events.ts";
import type { FunctionName } from "../../infra/functions.ts";
import {
  bus as busSpec,
  campaignWorkflow,
  email as emailSpec,
  functions,
  importing,
  importWorkflow,
  pipe as pipeSpec,
  queues as queueSpecs,
  routes,
  rules,
  schedules,
  storage as storageSpec,
  table,
  workflow,
} from "../../infra/index.ts";
import { type Bus, startBus } from "./bus/index.ts";
import { matches } from "./bus/match.ts";
import type { MovableClock } from "./clock/index.ts";
import { startEmail } from "./email/index.ts";
import { startEngine, startThreadedEngine } from "./engine.ts";
import type { Journal } from "./journal/index.ts";
import type { Meter } from "./meter/index.ts";
import { type PutEntry, startPipe } from "./pipe/index.ts";
import { startQueues } from "./queue/index.ts";
import { startScheduler } from "./scheduler/index.ts";
import { startStorage } from "./storage/index.ts";
import type { Store } from "./store.ts";
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
  /** Table and functions run beside this thread. */
  readonly threads: boolean;
  /** What a run would cost on AWS; absent, nobody asks. Not for threads. */
  readonly meter?: Meter;
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
  threads,
  meter,
  ready,
}: Ground) {
  const metering = meter ? { meter } : {};
  const common = { store, clock, journal, ...metering };
  const awaited = new Set<string>(routes.map((route) => route.function));
  const work = { path: join(data, "table"), table, clock, journal, functions, root, awaited, ...metering };
  const { dynamodb, lambda, provide } = await (threads ? startThreadedEngine : startEngine)(work);
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
  const mail = { email: emailSpec, publish: bus.publish, trackingUrl: consoleUrl };
  const email = await startEmail({ ...common, ...mail });
  const workflows = await startWorkflows({
    ...common,
    machines: machinesOf(lambda.arnOf),
    invoke: (arn, payload, options) => invoke(lambda.nameOf(arn), payload, options),
  });
  const pipe = await startPipe({
    ...common,
    feed: dynamodb.feed,
    pipe: pipeSpec,
    matches,
    put: putter(bus),
    enrich: (records) => invoke(pipeSpec.enrichment, records),
  });
  const scheduler = await startScheduler({ ...common, schedules, invoke });
  const files = { ...storageSpec, path: join(data, "files"), origins: [siteUrl] };
  const storage = await startStorage({ ...files, store, clock, ...metering });
  return { dynamodb, lambda, queues, bus, email, workflows, pipe, scheduler, storage, invoke, provide };
}

const machinesOf = (arnOf: (name: FunctionName) => string) => [
  { name: workflow.name, definition: campaignWorkflow(arnOf) },
  { name: importing.name, definition: importWorkflow(arnOf) },
];

/** The pipe's target: PutEvents. */
const putter = (bus: Bus) => async (entries: readonly PutEntry[]) => {
  const { FailedEntryCount } = await bus.put(entries);
  if (FailedEntryCount) throw new Error(`${FailedEntryCount} events were not taken`);
};
