import type { MovableClock } from "../clock/index.ts";
import { room, type Store } from "../store.ts";
import { tooMany } from "./error.ts";

/** The account's sending limits, counted by recipient. */
export interface Limits {
  readonly max24HourSend: number;
  /** Per second. */
  readonly maxSendRate: number;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const key = (minute: number) => String(minute).padStart(12, "0");

/** Counts what was sent in the last second (in memory) and in the last 24 hours (kept, by minute). */
export async function openQuota(store: Store, clock: Pick<MovableClock, "ms">, first: Limits) {
  let limits = first;
  const kept = room<number>(store, "email-sent");
  const minutes = new Map<number, number>();
  await kept.clear({ lt: key(Math.floor((clock.ms() - DAY) / MINUTE)) });
  for await (const [minute, count] of kept.iterator()) minutes.set(Number(minute), count);
  let second: { at: number; count: number }[] = [];

  function lastDay() {
    const since = Math.floor((clock.ms() - DAY) / MINUTE);
    for (const minute of minutes.keys()) if (minute < since) minutes.delete(minute);
    return [...minutes.values()].reduce((sum, count) => sum + count, 0);
  }
  /**
   * Takes room for `count` recipients or throws what SES throws. Simulator addresses count against the rate only.
   * @returns the write that keeps the count, for the transaction that accepts the message
   */
  function take(count: number, simulated: number) {
    const now = clock.ms();
    second = second.filter(({ at }) => at > now - 1000);
    const real = count - simulated;
    if (real > 0 && lastDay() >= limits.max24HourSend) throw tooMany("Daily message quota exceeded.");
    const used = second.reduce((sum, taken) => sum + taken.count, 0);
    if (used >= limits.maxSendRate) throw tooMany("Maximum sending rate exceeded.");
    second.push({ at: now, count });
    const minute = Math.floor(now / MINUTE);
    const total = (minutes.get(minute) ?? 0) + real;
    minutes.set(minute, total);
    return { type: "put" as const, sublevel: kept, key: key(minute), value: total };
  }
  return {
    limits: () => limits,
    /** What SES support grants on request; until the next start. */
    raise(next: Partial<Limits>) {
      limits = { ...limits, ...next };
    },
    lastDay,
    take,
  };
}

export type Quota = Awaited<ReturnType<typeof openQuota>>;
