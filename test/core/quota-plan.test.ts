import fc from "fast-check";
import { expect, test } from "vitest";
import { LEASE_MS, type Ledger, plan } from "../../packages/core/quota/plan.ts";
import { HEADROOM_MS, type Lane, SHARE } from "../../packages/core/quota/slots.ts";

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
  readonly breadth: number;
}

const accounts: fc.Arbitrary<Account> = fc.record({
  perSecond: fc.integer({ min: 1, max: 60 }),
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
    breadth: fc.integer({ min: 1, max: 8 }),
  }),
  { minLength: 1, maxLength: 60 },
);

/** The moments at which the mails of one lane leave, if everybody asks as said and sends as soon as she may. */
function departures(account: Account, lane: Lane, askers: readonly Ask[]): number[] {
  let ledger: Ledger = { tracks: [], hours: {}, ...account };
  let now = START;
  const left: number[] = [];
  for (const { wait, ...ask } of askers) {
    now += wait;
    const planned = plan(ledger, lane, ask, now);
    if (!planned.ok) continue;
    left.push(...planned.moments);
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
/** What has to hold no more than a second may: mails reach SES unequally late. Moments are fractions: a thousandth is none. */
const SECOND = 1000 + HEADROOM_MS - 1e-3;

test("however often they ask, no second carries more than the lane's part of any five mails", () =>
  fc.assert(
    fc.property(accounts, lanes, asks, (account, lane, askers) => {
      const whole = Math.ceil(account.perSecond / 5) * 5;
      expect(busiest(departures(account, lane, askers), SECOND)).toBeLessThanOrEqual(whole * SHARE[lane]);
    }),
    { numRuns: 300 },
  ));

test("both lanes together stay within the account, in any second and in any day", () =>
  fc.assert(
    fc.property(accounts, asks, asks, (account, some, others) => {
      const all = [...departures(account, "nurture", some), ...departures(account, "service", others)];
      expect(busiest(all, SECOND)).toBeLessThanOrEqual(account.perSecond);
      expect(busiest(all, DAY_MS)).toBeLessThanOrEqual(account.perDay);
    }),
    { numRuns: 300 },
  ));

test("a moment is nobody's twice", () =>
  fc.assert(
    fc.property(accounts, lanes, asks, (account, lane, askers) => {
      const all = departures(account, lane, askers);
      expect(new Set(all).size).toBe(all.length);
    }),
  ));

test("who asks for everything again and again gets the lane's share of the rate, less what lateness costs", () =>
  fc.assert(
    fc.property(accounts, lanes, (account, lane) => {
      const ask = { wait: 100, wanted: 500, breadth: 64 };
      const all = departures({ ...account, perDay: 1e9 }, lane, Array(400).fill(ask));
      const seconds = ((all.at(-1) ?? 0) - (all[0] ?? 0)) / SECOND;
      expect(all.length / seconds).toBeGreaterThanOrEqual(account.perSecond * SHARE[lane] * 0.99);
    }),
    { numRuns: 30 },
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
  const account = { perSecond: 20, perDay: 90 };
  const everything = { wanted: 100, breadth: 8 };
  const first = plan({ tracks: [], hours: {}, ...account }, "nurture", everything, START);
  if (!first.ok) throw new Error("The day began with no quota");
  const faster = { ...first.next, perSecond: 1000 };
  const late = (first.moments.at(-1) ?? 0) + DAY_MS - 1;
  expect(plan(faster, "nurture", everything, late)).toMatchObject({ ok: false, code: "day" });
});

test("moments that passed unused are given back to the day", () => {
  const ledger: Ledger = { tracks: [], hours: {}, perSecond: 20, perDay: 90 };
  const first = plan(ledger, "nurture", { wanted: 100, breadth: 8 }, START);
  if (!first.ok) throw new Error("The day began with no quota");
  const ask = { wanted: 100, breadth: 8, unused: { hour: first.hour, mails: 30 } };
  const again = plan(first.next, "nurture", ask, START + 5000);
  if (!again.ok) throw new Error("Nothing was given back");
  expect([first.moments.length, again.moments.length]).toEqual([72, 30]);
});

test("a lease covers five seconds at most, gives at least one, and never more than was wanted", () =>
  fc.assert(
    fc.property(accounts, lanes, fc.integer({ min: 1, max: 500 }), (account, lane, wanted) => {
      const planned = plan({ tracks: [], hours: {}, ...account }, lane, { wanted, breadth: 64 }, START);
      if (!planned.ok) expect(Math.floor(account.perDay * SHARE[lane])).toBe(0);
      if (!planned.ok) return;
      const [first = 0] = planned.moments;
      expect(planned.moments.length).toBeGreaterThanOrEqual(1);
      expect(planned.moments.length).toBeLessThanOrEqual(wanted);
      expect((planned.moments.at(-1) ?? 0) - first).toBeLessThanOrEqual(LEASE_MS);
      expect(first).toBeGreaterThanOrEqual(START);
    }),
  ));

test("whoever is turned away is told a later moment, and whoever comes back then for the rate is served", () =>
  fc.assert(
    fc.property(accounts, lanes, asks, (account, lane, askers) => {
      let ledger: Ledger = { tracks: [], hours: {}, ...account };
      let now = START;
      for (const { wait, ...ask } of askers) {
        now += wait;
        const planned = plan(ledger, lane, ask, now);
        if (planned.ok) ledger = planned.next;
        else {
          expect(planned.notBefore).toBeGreaterThan(now);
          const again = plan(ledger, lane, ask, planned.notBefore);
          if (planned.code === "rate") expect(again).not.toMatchObject({ ok: false, code: "rate" });
        }
      }
    }),
  ));

test("asking changes nothing in the ledger it was asked of", () => {
  const ledger: Ledger = { tracks: [START], hours: { "2026-03-02T07": 3 }, perSecond: 10, perDay: 100 };
  const before = structuredClone(ledger);
  plan(ledger, "nurture", { wanted: 10, breadth: 1 }, START);
  expect(ledger).toEqual(before);
});
