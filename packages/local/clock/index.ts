import type { Service } from "../service.ts";
import { room, type Store } from "../store.ts";
import { sharedOffset } from "./shared.ts";

/** The movable clock: machine time plus an offset that survives restarts. It only ever moves forward. */
export interface MovableClock {
  ms(): number;
  iso(): string;
  /** Jumps to an instant, stopping at every thing that falls due on the way until the cloud is idle again. */
  moveTo(target: number): Promise<void>;
  /** Moves to the next thing due that is not housekeeping; answers the instant, or undefined when nothing is planned. */
  toNextDue(): Promise<number | undefined>;
  /** Adds a service whose timed work the clock must stop for. */
  watch(service: Service): void;
  /** Resolves when every watched service is idle. */
  settled(): Promise<void>;
  /** What other threads follow it by. */
  readonly memory: SharedArrayBuffer;
}

const POLL_MS = 20;
/** Short, because a move through months stops at every hour that has something due. */
const CALM_MS = 5;

export async function openClock(store: Store): Promise<MovableClock> {
  const kept = room<number>(store, "clock");
  const offset = sharedOffset();
  offset.set((await kept.get("offset")) ?? 0);
  const services: Service[] = [];
  const ms = () => Date.now() + offset.get();

  async function jump(target: number) {
    if (target <= ms()) return;
    // Whole, as Date.now() is: ids and dates are made of it.
    offset.set(Math.ceil(target) - Date.now());
    await kept.put("offset", offset.get());
  }
  async function nextDue(among = services) {
    const due = await Promise.all(among.map((service) => service.nextDue()));
    return due.filter((at) => at !== undefined).reduce<number | undefined>(earlier, undefined);
  }
  const settled = () => calmed(services);
  async function moveTo(target: number) {
    await settled();
    for (let due = await nextDue(); due !== undefined && due <= target; due = await nextDue()) {
      await jump(due);
      await settled();
    }
    await jump(target);
    await settled();
  }
  async function toNextDue() {
    await settled();
    const due = await nextDue(services.filter((service) => !service.housekeeping));
    if (due === undefined) return undefined;
    await moveTo(due);
    return due;
  }
  return {
    ms,
    iso: () => new Date(ms()).toISOString(),
    moveTo,
    toNextDue,
    watch: (s) => void services.push(s),
    settled,
    memory: offset.memory,
  };
}

async function calmed(services: readonly Service[]): Promise<void> {
  // Three times in a row: work handed from one service to the next is briefly in neither.
  for (let calm = 0; calm < 3; ) {
    const idle = await Promise.all(services.map((service) => service.idle()));
    calm = idle.every(Boolean) ? calm + 1 : 0;
    await new Promise((resolve) => setTimeout(resolve, calm > 0 ? CALM_MS : POLL_MS));
  }
}

const earlier = (a: number | undefined, b: number) => (a === undefined || b < a ? b : a);
