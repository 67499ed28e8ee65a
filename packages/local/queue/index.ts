import type { Queue } from "../../../infra/bus.ts";
import type { MovableClock } from "../clock/index.ts";
import type { Journal } from "../journal/index.ts";
import type { Meter } from "../meter/index.ts";
import { chunks } from "../meter/reading.ts";
import type { Service } from "../service.ts";
import type { Store } from "../store.ts";
import { serve } from "../wire/index.ts";
import { Box } from "./box.ts";
import { openKeep } from "./keep.ts";
import { type Invoke, map } from "./mapping.ts";
import type { Message } from "./message.ts";
import { operations } from "./protocol.ts";

export type { Message } from "./message.ts";

export interface Queues extends Service {
  readonly endpoint: string;
  /** Sends a message; resolves once it is on disk. */
  send(queue: string, body: string): Promise<void>;
  /** Every queue, dead-letter queues among them, with what it holds. */
  list(): readonly { readonly name: string; readonly visible: number; readonly hidden: number }[];
  /** The oldest messages of a queue, without receiving them. */
  peek(queue: string, limit?: number): readonly Message[];
  /** Sends the dead letters of a queue back to it; answers how many. */
  redrive(queue: string): Promise<number>;
}

export interface QueueOptions {
  readonly queues: Readonly<Record<string, Queue>>;
  readonly store: Store;
  readonly clock: MovableClock;
  readonly journal: Journal;
  readonly meter?: Meter;
  readonly invoke: Invoke;
}

const POLL_MS = 25;

/** The dead-letter queue of a queue. */
export const deadOf = (queue: string) => `${queue}-dead`;

/** SQS with the mappings that carry each queue's messages to its function. */
export async function startQueues(options: QueueOptions): Promise<Queues> {
  const { queues, store, clock, journal, invoke, meter } = options;
  const boxes = await openBoxes(queues, store, clock);
  const at = (name: string) => {
    const box = boxes.get(name);
    if (!box) throw new Error(`No queue ${name}: ${[...boxes.keys()].join(", ")}`);
    return box;
  };
  async function redrive(name: string) {
    const dead = at(deadOf(name)).list();
    for (const { from: _, ...message } of dead)
      await at(deadOf(name)).moveTo(at(name), { ...message, received: 0, visibleAt: clock.ms() });
    return dead.length;
  }
  const wire = await serve("AmazonSQS", operations({ boxes, endpoint: () => wire.endpoint, redrive }));
  const mappings = Object.entries(queues).map(([name, spec]) =>
    map({ box: at(name), spec, clock, journal, invoke, ...(meter ? { meter } : {}) }),
  );
  const pump = () => {
    for (const mapping of mappings) mapping.pump();
  };
  const timer = setInterval(pump, POLL_MS).unref();
  return {
    endpoint: wire.endpoint,
    redrive,
    async send(name, body) {
      await at(name).send({ body });
      meter?.("sqs.request", chunks(Buffer.byteLength(body)), `send to ${name}`);
      pump();
    },
    list: () =>
      [...boxes.values()].map((box) => {
        const { count: visible } = box.visible();
        return { name: box.name, visible, hidden: box.list().length - visible };
      }),
    peek: (name, limit = 50) => at(name).list().slice(0, limit),
    nextDue: async () => earliest(Object.keys(queues).map((name) => at(name).nextVisible())),
    async idle() {
      pump();
      return mappings.every((mapping) => mapping.idle());
    },
    async stop() {
      clearInterval(timer);
      for (const mapping of mappings) mapping.stop();
      await wire.stop();
    },
  };
}

async function openBoxes(queues: QueueOptions["queues"], store: Store, clock: MovableClock) {
  const keep = await openKeep(store);
  const boxes = new Map<string, Box>();
  for (const [name, { visibility, attempts }] of Object.entries(queues)) {
    const to = new Box({ name: deadOf(name), visibility, redrive: undefined, clock, keep });
    boxes.set(name, new Box({ name, visibility, redrive: { attempts, to }, clock, keep }));
    boxes.set(to.name, to);
  }
  return boxes;
}

const earliest = (instants: (number | undefined)[]) =>
  instants.filter((at) => at !== undefined).sort((a, b) => a - b)[0];
