import type { MovableClock } from "../clock/index.ts";
import { room, type Store } from "../store.ts";
import type { Envelope } from "./envelope.ts";

/** An event on its way to one rule's queue, or among the dead letters. */
export interface Delivery {
  readonly id: string;
  readonly rule: string;
  readonly queue: string;
  readonly envelope: Envelope;
  readonly attempts: number;
  /** Epoch milliseconds, as all instants here. */
  readonly since: number;
  readonly dueAt: number;
  readonly error?: string;
}

export type Deliver = (queue: string, envelope: Envelope) => Promise<void>;

interface DeliveryOptions {
  readonly store: Store;
  readonly clock: MovableClock;
  readonly deliver: Deliver;
  readonly attempts: number;
}

/** How long EventBridge tries at most (guide, "How EventBridge retries delivering events"). */
const GIVE_UP_MS = 24 * 3_600_000;
const LONGEST_PAUSE_MS = 900_000;

/** Carries matched events to their queues: kept before they are acknowledged, gone once the queue has them. */
export async function openDeliveries({ store, clock, deliver, attempts }: DeliveryOptions) {
  const kept = room<Delivery>(store, "bus-delivery");
  const dead = room<Delivery>(store, "bus-dead");
  const waiting = new Map((await kept.values().all()).map((delivery) => [delivery.id, delivery]));
  const running = new Set<string>();
  let stopped = false;

  const put = (delivery: Delivery) =>
    ({ type: "put", sublevel: kept, key: delivery.id, value: delivery }) as const;
  const del = (delivery: Delivery) => ({ type: "del", sublevel: kept, key: delivery.id }) as const;
  const due = () => [...waiting.values()].filter(({ id, dueAt }) => dueAt <= clock.ms() && !running.has(id));

  async function attempt(delivery: Delivery) {
    const error = await deliver(delivery.queue, delivery.envelope).then(
      () => undefined,
      (reason) => String(reason),
    );
    if (error === undefined) {
      await store.batch([del(delivery)]);
      waiting.delete(delivery.id);
      return;
    }
    const tried = { ...delivery, attempts: delivery.attempts + 1, error };
    const dueAt = clock.ms() + pause(tried.attempts);
    const over = tried.attempts >= attempts || dueAt > delivery.since + GIVE_UP_MS;
    const next = { ...tried, dueAt };
    await store.batch(over ? [del(next), { ...put(next), sublevel: dead }] : [put(next)]);
    if (over) waiting.delete(next.id);
    else waiting.set(next.id, next);
  }
  function pump() {
    if (stopped) return;
    for (const delivery of due()) {
      running.add(delivery.id);
      // What can't be kept because the store is closing is still on disk and is delivered again.
      attempt(delivery)
        .catch(() => undefined)
        .finally(() => running.delete(delivery.id));
    }
  }
  return {
    /** The write that takes a delivery in; call `take` once it is done. */
    write: put,
    take(deliveries: readonly Delivery[]) {
      for (const delivery of deliveries) waiting.set(delivery.id, delivery);
      pump();
    },
    pump,
    stop: () => {
      stopped = true;
    },
    idle: () => running.size === 0 && due().length === 0,
    nextDue: () => [...waiting.values()].map(({ dueAt }) => dueAt).sort((a, b) => a - b)[0],
    dead: () => dead.values().all(),
    /** Tries dead letters again from the start; answers how many. */
    async redrive(wanted: (delivery: Delivery) => boolean) {
      const found = (await dead.values().all()).filter(wanted);
      const again = found.map(({ error: _, ...delivery }) => ({
        ...delivery,
        attempts: 0,
        since: clock.ms(),
        dueAt: clock.ms(),
      }));
      await store.batch(again.flatMap((it) => [{ ...del(it), sublevel: dead }, put(it)]));
      for (const delivery of again) waiting.set(delivery.id, delivery);
      pump();
      return again.length;
    },
  };
}

/** Doubling from two seconds, up to a quarter of an hour, by half to whole so that failures don't march in step. */
const pause = (attempts: number) =>
  Math.min(1000 * 2 ** attempts, LONGEST_PAUSE_MS) * (0.5 + Math.random() / 2);
