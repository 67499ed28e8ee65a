import type { MovableClock } from "../clock/index.ts";
import { type Room, room, type Store } from "../store.ts";
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
export class Deliveries {
  readonly #options: DeliveryOptions;
  readonly #kept: Room<Delivery>;
  readonly #dead: Room<Delivery>;
  /** Those that are not due yet, or wait for the next look. */
  readonly #waiting = new Map<string, Delivery>();
  #running = 0;
  #stopped = false;

  constructor(options: DeliveryOptions) {
    this.#options = options;
    this.#kept = room(options.store, "bus-delivery");
    this.#dead = room(options.store, "bus-dead");
  }

  /** Takes up what an earlier run of the machine left. */
  async open(): Promise<void> {
    this.take(await this.#kept.values().all());
  }

  /** The write that takes a delivery in; call `take` once it is done. */
  write(delivery: Delivery) {
    return { type: "put", sublevel: this.#kept, key: delivery.id, value: delivery } as const;
  }

  take(deliveries: readonly Delivery[]): void {
    for (const delivery of deliveries) this.#waiting.set(delivery.id, delivery);
    this.pump();
  }

  pump(): void {
    if (this.#stopped) return;
    for (const delivery of this.#due()) {
      this.#waiting.delete(delivery.id);
      this.#running += 1;
      // What can't be kept because the store is closing is still on disk and is delivered again.
      this.#attempt(delivery)
        .catch(() => undefined)
        .finally(() => {
          this.#running -= 1;
        });
    }
  }

  idle(): boolean {
    return this.#running === 0 && this.#due().length === 0;
  }

  nextDue(): number | undefined {
    return [...this.#waiting.values()].map(({ dueAt }) => dueAt).sort((a, b) => a - b)[0];
  }

  stop(): void {
    this.#stopped = true;
  }

  dead(): Promise<Delivery[]> {
    return this.#dead.values().all();
  }

  /** Tries dead letters again from the start; answers how many. */
  async redrive(wanted: (delivery: Delivery) => boolean): Promise<number> {
    const now = this.#options.clock.ms();
    const again = (await this.dead()).filter(wanted).map(({ error: _, ...delivery }) => ({
      ...delivery,
      attempts: 0,
      since: now,
      dueAt: now,
    }));
    await this.#options.store.batch(again.flatMap((it) => [this.#del(it, this.#dead), this.write(it)]));
    this.take(again);
    return again.length;
  }

  async #attempt(delivery: Delivery): Promise<void> {
    const { store, deliver } = this.#options;
    const error = await deliver(delivery.queue, delivery.envelope).then(
      () => undefined,
      (reason) => String(reason),
    );
    const next = error === undefined ? undefined : this.#failed(delivery, error);
    if (next && !this.#isOver(next)) {
      await store.batch([this.write(next)]);
      this.#waiting.set(next.id, next);
      return;
    }
    const gone = this.#del(delivery, this.#kept);
    await store.batch(next ? [gone, { ...this.write(next), sublevel: this.#dead }] : [gone]);
  }

  #failed(delivery: Delivery, error: string): Delivery {
    const attempts = delivery.attempts + 1;
    return { ...delivery, attempts, error, dueAt: this.#options.clock.ms() + pause(attempts) };
  }
  #isOver({ attempts, dueAt, since }: Delivery): boolean {
    return attempts >= this.#options.attempts || dueAt > since + GIVE_UP_MS;
  }
  #due(): Delivery[] {
    const now = this.#options.clock.ms();
    return [...this.#waiting.values()].filter(({ dueAt }) => dueAt <= now);
  }
  #del({ id }: Delivery, from: Room<Delivery>) {
    return { type: "del", sublevel: from, key: id } as const;
  }
}

/** Doubling from two seconds, up to a quarter of an hour, by half to whole so that failures don't march in step. */
const pause = (attempts: number) =>
  Math.min(1000 * 2 ** attempts, LONGEST_PAUSE_MS) * (0.5 + Math.random() / 2);
