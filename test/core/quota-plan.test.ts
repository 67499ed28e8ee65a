import fc from "fast-check";
import { expect, test } from "vitest";
import { type Lane, LEASE_MS, type Ledger, plan, SHARE } from "../../packages/core/quota/plan.ts";

/** Just before an hour ends, so that a lease reaches into the next. */
const START = Date.parse("2026-03-02T08:59:56Z");
const DAY_MS = 86_400_000;

interface Account {
  readonly perSecond: number;
  readonly perDay: number;
}
interface Ask {
  readonly wait: number;
  readonly wanted: number;
}

const accounts: fc.Arbitrary<Account> = fc.record({
  perSecond: fc.integer({ min: 1, max: 40 }),
  perDay: fc.integer({ min: 1, max: 400 }),
});
/** Asks in quick succession, with pauses between, some of them nearly a day. */
const asks: fc.Arbitrary<Ask[]> = fc.array(
  fc.record({
    wait: fc.oneof(
      fc.nat({ max: 3000 }),
      fc.nat({ max: 3_600_000 }),
      fc.constantFrom(0, DAY_MS - 20_000, DAY_MS, DAY_MS + 4000),
    ),
    wanted: fc.integer({ min: 1, max: 200 }),
  }),
  { minLength: 1, maxLength: 60 },
);

/** The moments at which the mails of one lane leave, if everybody asks as said and sends as soon as she may. */
function departures(account: Account, lane: Lane, askers: readonly Ask[]): number[] {
  let ledger: Ledger = { busyUntil: 0, hours: {}, ...account };
  let now = START;
  const left: number[] = [];
  for (const { wait, wanted } of askers) {
    now += wait;
    const planned = plan(ledger, lane, wanted, now);
    if (!planned.ok) continue;
    const { from, gap, tokens } = planned;
    left.push(...Array.from({ length: tokens }, (_, index) => from + index * gap));
    ledger = planned.next;
  }
  return left;
}

/** The most that leaves within any window of this length. */
function busiest(moments: readonly number[], length: number): number {
  const sorted = [...moments].sort((a, b) => a - b);
  let [first, most] = [0, 0];
  for (const [last, moment] of sorted.entries()) {
    while (moment - (sorted[first] ?? 0) >= length) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}

const lanes = fc.constantFrom<Lane>("nurture", "service");
/** Moments are sums of fractions: a millionth of a millisecond is no second. */
const SECOND = 1000 - 1e-3;

test("however often they ask, no second carries more than the lane's share", () =>
  fc.assert(
    fc.property(accounts, lanes, asks, (account, lane, askers) => {
      const share = account.perSecond * SHARE[lane];
      expect(busiest(departures(account, lane, askers), SECOND)).toBeLessThanOrEqual(Math.ceil(share));
    }),
    { numRuns: 300 },
  ));

test("no rolling day carries more than the lane's share of the day", () =>
  fc.assert(
    fc.property(accounts, lanes, asks, (account, lane, askers) => {
      const share = Math.floor(account.perDay * SHARE[lane]);
      expect(busiest(departures(account, lane, askers), DAY_MS)).toBeLessThanOrEqual(share);
    }),
    { numRuns: 300 },
  ));

test("a mail counts until it is a day old, also when its lease began in the hour before and SES allows more since", () => {
  const account = { perSecond: 20, perDay: 100 };
  const first = plan({ busyUntil: 0, hours: {}, ...account }, "nurture", 100, START);
  if (!first.ok) throw new Error("The day began with no quota");
  const last = first.next.busyUntil - first.gap;
  const faster = { ...first.next, perSecond: 1000 };
  expect(plan(faster, "nurture", 100, last + DAY_MS - 1)).toMatchObject({ ok: false, code: "day" });
});

test("both lanes together stay within the account: over a day exactly, over seconds on average", () =>
  fc.assert(
    fc.property(accounts, asks, asks, (account, some, others) => {
      const all = [...departures(account, "nurture", some), ...departures(account, "service", others)];
      expect(busiest(all, DAY_MS)).toBeLessThanOrEqual(account.perDay);
      for (const seconds of [1, 10, 60])
        expect(busiest(all, seconds * SECOND)).toBeLessThanOrEqual(account.perSecond * seconds + 2);
    }),
    { numRuns: 300 },
  ));

test("a lease covers five seconds at most, gives at least one, and never more than was wanted", () =>
  fc.assert(
    fc.property(accounts, lanes, fc.integer({ min: 1, max: 500 }), (account, lane, wanted) => {
      const planned = plan({ busyUntil: 0, hours: {}, ...account }, lane, wanted, START);
      if (!planned.ok) expect(Math.floor(account.perDay * SHARE[lane])).toBe(0);
      if (!planned.ok) return;
      expect(planned.tokens).toBeGreaterThanOrEqual(1);
      expect(planned.tokens).toBeLessThanOrEqual(wanted);
      expect((planned.tokens - 1) * planned.gap).toBeLessThanOrEqual(LEASE_MS);
    }),
  ));

test("whoever is turned away is told a later moment, and whoever comes back then for the rate is served", () =>
  fc.assert(
    fc.property(accounts, lanes, asks, (account, lane, askers) => {
      let ledger: Ledger = { busyUntil: 0, hours: {}, ...account };
      let now = START;
      for (const { wait, wanted } of askers) {
        now += wait;
        const planned = plan(ledger, lane, wanted, now);
        if (planned.ok) ledger = planned.next;
        else {
          expect(planned.notBefore).toBeGreaterThan(now);
          const again = plan(ledger, lane, wanted, planned.notBefore);
          if (planned.code === "rate") expect(again).not.toMatchObject({ ok: false, code: "rate" });
        }
      }
    }),
  ));

test("asking changes nothing in the ledger it was asked of", () => {
  const ledger: Ledger = { busyUntil: START, hours: { "2026-03-02T07": 3 }, perSecond: 10, perDay: 100 };
  const before = structuredClone(ledger);
  plan(ledger, "nurture", 10, START);
  expect(ledger).toEqual(before);
});
