import { randomUUID } from "node:crypto";
import type { Rule } from "../../../infra/bus.ts";
import type { MovableClock } from "../clock/index.ts";
import type { Journal } from "../journal/index.ts";
import { traceOf } from "../journal/trace.ts";
import type { Meter } from "../meter/index.ts";
import { chunks } from "../meter/reading.ts";
import type { Service } from "../service.ts";
import type { Store } from "../store.ts";
import { serve } from "../wire/index.ts";
import { type Deliver, Deliveries, type Delivery } from "./delivery.ts";
import type { Envelope } from "./envelope.ts";
import { type Log, type Logged, openLog } from "./log.ts";
import { matches, validate } from "./match.ts";
import { operations, type PutEntry } from "./protocol.ts";

export type { Delivery } from "./delivery.ts";
export type { Envelope } from "./envelope.ts";
export type { Logged } from "./log.ts";

export interface Bus extends Service {
  readonly endpoint: string;
  readonly buses: readonly string[];
  /** The rules that are matched. */
  readonly rules: readonly Rule[];
  /** PutEvents for a pipe, which is no caller from outside. */
  put(entries: readonly PutEntry[]): Promise<{ readonly FailedEntryCount: number }>;
  /** Takes events of an AWS service, which PutEvents would refuse; resolves once they are kept. */
  publish(bus: string, ...envelopes: readonly Envelope[]): Promise<void>;
  /** Events, newest first; of one trace when given. What names a person is left out. */
  recent(options?: { readonly limit?: number; readonly trace?: string }): Promise<Logged[]>;
  /** Deliveries that were given up. */
  deadLetters(): Promise<Delivery[]>;
  /** Tries one dead letter again, or all; answers how many. */
  redrive(id?: string): Promise<number>;
}

export interface BusOptions {
  readonly buses: readonly string[];
  readonly rules: readonly Rule[];
  readonly store: Store;
  readonly clock: MovableClock;
  readonly journal: Journal;
  readonly meter?: Meter;
  /** Hands an event to a queue; resolves once the queue has it. */
  readonly deliver: Deliver;
  /** How often a delivery is tried; EventBridge's default is 185 times within 24 hours. */
  readonly attempts?: number;
}

const POLL_MS = 25;

/** EventBridge: events are kept, matched against the rules of their bus, and delivered at least once. */
export async function startBus(options: BusOptions): Promise<Bus> {
  const { buses, rules, store, clock, deliver, attempts = 185 } = options;
  for (const { pattern } of rules) validate(pattern);
  const log = await openLog(store);
  const deliveries = new Deliveries({ store, clock, deliver, attempts });
  await deliveries.open();
  const accept = acceptor(options, log, deliveries);
  const api = operations({ buses, now: clock.ms, accept });
  const wire = await serve("AWSEvents", api);
  const timer = setInterval(() => deliveries.pump(), POLL_MS).unref();
  return {
    endpoint: wire.endpoint,
    buses,
    rules,
    put: (Entries) => api.PutEvents({ Entries }),
    publish: (bus, ...envelopes) => accept(envelopes.map((envelope) => ({ bus, envelope }))),
    recent: log.recent,
    deadLetters: () => deliveries.dead(),
    redrive: (id) => deliveries.redrive((delivery) => id === undefined || delivery.id === id),
    nextDue: async () => deliveries.nextDue(),
    async idle() {
      deliveries.pump();
      return !wire.busy() && deliveries.idle();
    },
    async stop() {
      clearInterval(timer);
      deliveries.stop();
      await wire.stop();
    },
  };
}

/** Takes events in: what they set going and their place in the log are one write. */
function acceptor({ rules, store, clock, journal, meter }: BusOptions, log: Log, deliveries: Deliveries) {
  return async (events: readonly { readonly bus: string; readonly envelope: Envelope }[]) => {
    const taken = events.map(({ bus, envelope }) => {
      const matched = rules.filter((rule) => rule.bus === bus && matches(rule.pattern, envelope));
      return {
        bus,
        envelope,
        matched,
        routes: matched.map((rule) => deliveryOf(rule, envelope, clock.ms())),
      };
    });
    const routes = taken.flatMap((event) => event.routes);
    const logged = taken.flatMap(({ bus, envelope, matched }) =>
      log.writes(bus, envelope, matched.map(nameOf)),
    );
    await store.batch([...logged, ...routes.map((delivery) => deliveries.write(delivery))]);
    for (const { bus, envelope } of taken) {
      note(journal, envelope);
      if (meter) use(meter, bus, envelope);
    }
    deliveries.take(routes);
  };
}

/** What AWS services tell the default bus stands apart; all others are custom events, and kept in the archive of their bus. */
function use(meter: Meter, bus: string, envelope: Envelope) {
  const type = envelope["detail-type"];
  const bytes = Buffer.byteLength(JSON.stringify(envelope));
  if (envelope.source.startsWith("aws.")) return meter("events.ses", chunks(bytes), type);
  meter("events.custom", chunks(bytes), type);
  if (bus !== "default") meter("events.archivedByte", bytes, type);
}

const nameOf = (rule: Rule) => rule.name;

const deliveryOf = (rule: Rule, envelope: Envelope, now: number): Delivery => ({
  id: randomUUID(),
  rule: rule.name,
  queue: rule.queue,
  envelope,
  attempts: 0,
  since: now,
  dueAt: now,
});

function note(journal: Journal, envelope: Envelope) {
  const trace = traceOf(envelope);
  if (trace) journal.note({ trace, room: "bus", what: envelope["detail-type"], id: envelope.id });
}
