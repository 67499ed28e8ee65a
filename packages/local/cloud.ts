import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { Clock } from "@perennial/core/clock.ts";
import { tellAddresses } from "./attach.ts";
import { openClock } from "./clock/index.ts";
import { type Door, openDoors } from "./doors.ts";
import { environment } from "./environment.ts";
import { inventoryOf } from "./inventory.ts";
import { openJournal } from "./journal/index.ts";
import { listen } from "./loopback.ts";
import type { Meter } from "./meter/index.ts";
import type { Service } from "./service.ts";
import { type Services, startServices } from "./services.ts";
import { openStore } from "./store.ts";

export interface CloudOptions {
  /** Port of the product; the console takes the next one. 0 lets the system choose both. */
  readonly port: number;
  /** Directory that keeps everything; it survives restarts and `kill -9`. */
  readonly data: string;
  /** Lets table and functions run in threads of their own. */
  readonly threads?: boolean;
  /** Is told of everything that AWS would bill; only without threads, where it can look on. */
  readonly meter?: Meter;
}

const root = join(import.meta.dirname, "../..");

export type Cloud = Awaited<ReturnType<typeof startCloud>>;

/** The whole product on this machine: every entry of `infra/`, the console, and the product's own port. */
export async function startCloud({ port, data, threads = false, meter }: CloudOptions) {
  await mkdir(data, { recursive: true });
  // Ports first: a taken one is said before anything is opened, and addresses are needed by everything below.
  const [product, desk] = [await reserve(port), await reserve(port === 0 ? 0 : port + 1)];
  const store = await openStore(join(data, "cloud"));
  const clock = await openClock(store);
  Clock.use(clock.ms);
  const journal = await openJournal(store, clock);
  const gate = Promise.withResolvers<void>();
  const [siteUrl, consoleUrl] = [product.origin, desk.origin];
  const common = { root, data, store, clock, journal, siteUrl, consoleUrl, threads };
  const ground = { ...common, ready: gate.promise, ...(meter ? { meter } : {}) };
  const services = await startServices(ground);
  await services.provide(await environment(data, siteUrl, endpointsOf(services)));
  await tellAddresses(data, { table: services.dynamodb.endpoint, console: consoleUrl });
  gate.resolve();

  const { auth, gateway, addresses } = await openDoors(product, desk, ground, services);
  for (const service of watched(services, gateway)) clock.watch(service);
  const stop = async () => {
    await Promise.all([product.close(), desk.close()]);
    for (const service of stopping(services)) await service.stop();
    await store.close();
  };
  const inventory = () => inventoryOf(services, gateway, auth);
  return { inventory, siteUrl, consoleUrl, addresses, clock, journal, services, gateway, stop };
}

/** A port that is ours at once and answers later. */
async function reserve(port: number): Promise<Door> {
  const early = Promise.withResolvers<Parameters<typeof listen>[0]>();
  const server = await listen((request, response) => {
    early.promise.then((listener) => listener(request, response)).catch(() => response.destroy());
  }, port);
  return { origin: server.origin, close: server.close, serve: early.resolve };
}

const endpointsOf = ({ dynamodb, bus, storage, email, workflows, queues }: Services) => ({
  dynamodb: dynamodb.endpoint,
  eventbridge: bus.endpoint,
  s3: storage.endpoint,
  sesv2: email.endpoint,
  sfn: workflows.endpoint,
  sqs: queues.endpoint,
});

/** What is in flight in the gateway keeps the clock from moving, too. */
function watched(services: Services, gateway: { idle(): boolean }): Service[] {
  const http = {
    nextDue: async () => undefined,
    idle: async () => gateway.idle(),
    stop: async () => undefined,
  };
  return [...stopping(services), http];
}

/** Senders before receivers, so that nothing is sent to what has stopped. */
const stopping = ({
  scheduler,
  workflows,
  queues,
  pipe,
  email,
  bus,
  lambda,
  storage,
  dynamodb,
}: Services): Service[] => [scheduler, workflows, queues, email, pipe, bus, lambda, storage, dynamodb];
