import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Clock } from "../../packages/core/clock.ts";
import { type Book, pacer } from "../../packages/core/quota/pace.ts";
import { type Ledger, plan } from "../../packages/core/quota/plan.ts";
import { HEADROOM_MS, type Lane, lateness, SHARE } from "../../packages/core/quota/slots.ts";

const START = Date.parse("2026-03-02T09:00:00Z");
const LEAD_MS = 50;
/** What the last look before SES may take, besides a moment that was met late. */
const CALL_MS = HEADROOM_MS - lateness(1);

let putBack = () => {};
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "Date"], now: START });
  putBack = Clock.use(Date.now);
});
afterEach(() => {
  putBack();
  vi.useRealTimers();
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The quota's item, in memory: every lease takes as long as one of a table's. */
function ledger(perSecond: number) {
  const kept = new Map<Lane, Ledger>();
  const leases = { count: 0 };
  const book =
    (lane: Lane): Book =>
    async (ask) => {
      await pause(10);
      leases.count += 1;
      const item = kept.get(lane) ?? { tracks: [], hours: {}, perSecond, perDay: 1e9 };
      const planned = plan(item, lane, ask, Clock.ms() + LEAD_MS);
      if (!planned.ok) return { ...planned, notBefore: new Date(planned.notBefore) };
      kept.set(lane, planned.next);
      return planned;
    };
  /** Mails that the day counts as sent. */
  const booked = () =>
    Object.values(kept.get("nurture")?.hours ?? {}).reduce((sum, hour) => sum + Number(hour), 0);
  return { book, booked, leases };
}

interface Worker {
  readonly lanes: number;
  /** What a mail takes from its claim to the next, in turn. */
  readonly takes: readonly number[];
}

/** When SES gets the mails of these workers within so many seconds; each has a pacer of its own, as in a process of its own. */
async function sent(books: readonly Book[], workers: readonly Worker[], seconds: number) {
  const arrivals: number[] = [];
  const end = Clock.ms() + seconds * 1000;
  const lane = async ({ takes }: Worker, { token }: ReturnType<typeof pacer>, nth: number) => {
    for (let mail = nth; Clock.ms() < end; mail++) {
      const takesNow = takes[mail % takes.length] ?? 0;
      const lease = await token(50);
      if (!lease.ok) await pause(Math.max(1, lease.notBefore.getTime() - Clock.ms()));
      else {
        const moment = await lease.take(100);
        await pause(takesNow / 4);
        if ((await moment()) === undefined) {
          await pause((mail * 7) % CALL_MS);
          arrivals.push(Clock.ms());
          await pause(takesNow);
        }
      }
    }
  };
  const all = workers.flatMap((worker, nth) => {
    const own = pacer(books[nth % books.length] as Book);
    return Array.from({ length: worker.lanes }, (_, n) => lane(worker, own, n));
  });
  await vi.advanceTimersByTimeAsync(seconds * 1000 + 30_000);
  await Promise.all(all);
  return arrivals.sort((a, b) => a - b);
}

/** The most within any second. */
function busiest(arrivals: readonly number[]): number {
  let [first, most] = [0, 0];
  for (const [last, at] of arrivals.entries()) {
    while (at - (arrivals[first] ?? 0) >= 1000) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}

const worker = fc.record({
  lanes: fc.integer({ min: 1, max: 4 }),
  takes: fc.array(fc.integer({ min: 5, max: 3000 }), { minLength: 1, maxLength: 6 }),
});

test("however late workers are, whoever they are, no second carries more by SES's clock than the account's rate", () =>
  fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 60 }),
      fc.array(worker, { minLength: 1, maxLength: 5 }),
      async (perSecond, workers) => {
        const { book } = ledger(perSecond);
        const arrivals = await sent([book("nurture"), book("service")], workers, 20);
        expect(busiest(arrivals)).toBeLessThanOrEqual(perSecond);
      },
    ),
    { numRuns: 60 },
  ));

test("two workers whose mails take 400 ms stay within fourteen a second, and use nearly all of the campaigns' share", async () => {
  const { book } = ledger(14);
  const slow = { lanes: 4, takes: [320] };
  const arrivals = await sent([book("nurture")], [slow, slow], 120);
  expect(busiest(arrivals)).toBeLessThanOrEqual(14);
  expect(arrivals.length / 120).toBeGreaterThan(14 * SHARE.nurture * 0.85);
});

test.each([
  [14, 1],
  [50, 1],
  [50, 5],
  [200, 16],
])(
  "of %i a second %i fast workers use the whole of their share, but for what lateness costs",
  async (perSecond, many) => {
    const { book, leases } = ledger(perSecond);
    const workers = Array.from({ length: many }, () => ({ lanes: 4, takes: [12] }));
    const arrivals = await sent([book("nurture")], workers, 60);
    expect(arrivals.length / 60).toBeGreaterThan(perSecond * SHARE.nurture * 0.9);
    expect(busiest(arrivals)).toBeLessThanOrEqual(perSecond);
    expect(leases.count).toBeLessThan(arrivals.length / 15);
  },
);

test("ten workers who each manage ten a second send nearly a hundred together, not ten", async () => {
  const { book } = ledger(100);
  const workers = Array.from({ length: 10 }, () => ({ lanes: 4, takes: [320] }));
  const arrivals = await sent([book("nurture")], workers, 60);
  expect(arrivals.length / 60).toBeGreaterThan(55);
  expect(busiest(arrivals)).toBeLessThanOrEqual(100);
});

test("the day counts mails, not moments that passed: a worker that is slow for a rate costs no quota", async () => {
  const { book, booked } = ledger(50);
  const arrivals = await sent([book("nurture")], [{ lanes: 1, takes: [400] }], 120);
  expect(booked() - arrivals.length).toBeGreaterThanOrEqual(0);
  // What the last lease let pass is told to nobody.
  expect(booked() - arrivals.length).toBeLessThanOrEqual(50);
});
