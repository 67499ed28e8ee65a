import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addBusinessDays,
  isOpen,
  opening,
  slotAfter,
  waitEnds,
} from "../../packages/core/campaign/window.ts";
import { dayIn } from "../../packages/core/zone.ts";

const zones = fc.constantFrom(
  "Europe/Berlin",
  "America/New_York",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
  "UTC",
);
const instants = fc
  .integer({ min: Date.parse("2025-01-01"), max: Date.parse("2028-01-01") })
  .map((ms) => new Date(ms));
const time = fc.nat({ max: 95 }).map((quarter) => new Date(quarter * 900_000).toISOString().slice(11, 16));
const windows = fc
  .record({ days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }), from: time, to: time })
  .filter(({ from, to }) => from < to);
const office = { days: [1, 2, 3, 4, 5], from: "09:00", to: "17:00" };
const berlin = { window: office, zone: "Europe/Berlin" };
const at = (iso: string) => new Date(iso);

test("an opening is open, never earlier than asked, and what is open is its own opening", () =>
  fc.assert(
    fc.property(windows, zones, instants, (window, zone, now) => {
      const next = opening({ window, zone }, now);
      expect(next.getTime()).toBeGreaterThanOrEqual(now.getTime());
      expect(isOpen({ window, zone }, next)).toBe(true);
      expect(isOpen({ window, zone }, now)).toBe(next.getTime() === now.getTime());
    }),
  ));

test("nothing between now and the next opening is open", () =>
  fc.assert(
    fc.property(zones, instants, fc.double({ min: 0, max: 1, noNaN: true }), (zone, now, part) => {
      const next = opening({ window: office, zone }, now);
      const between = new Date(now.getTime() + Math.floor((next.getTime() - now.getTime()) * part));
      if (between < next) expect(isOpen({ window: office, zone }, between)).toBe(false);
    }),
  ));

test.each([
  ["on Friday evening, Monday", "2026-03-06T17:00:00Z", "2026-03-09T08:00:00.000Z"],
  ["early in the morning, that day", "2026-03-02T03:00:00Z", "2026-03-02T08:00:00.000Z"],
  [
    "over the change to summer time, an hour earlier by UTC",
    "2026-03-28T12:00:00Z",
    "2026-03-30T07:00:00.000Z",
  ],
  [
    "over the change to winter time, an hour later by UTC",
    "2026-10-24T12:00:00Z",
    "2026-10-26T08:00:00.000Z",
  ],
])("the office in Berlin opens %s", (_, now, next) => {
  expect(opening(berlin, at(now)).toISOString()).toBe(next);
});

test("hours that the change of clocks leaves out are passed over", () => {
  const night = { window: { days: [7], from: "02:00", to: "02:30" }, zone: "Europe/Berlin" };
  const next = opening(night, at("2026-03-28T12:00:00Z"));
  expect(isOpen(night, next)).toBe(true);
});

test.each([
  [1, "2026-03-06T10:00:00Z", "2026-03-09T10:00:00.000Z"],
  [3, "2026-03-02T10:00:00Z", "2026-03-05T10:00:00.000Z"],
  [1, "2026-03-07T10:00:00Z", "2026-03-09T10:00:00.000Z"],
  [5, "2026-03-25T10:00:00Z", "2026-04-01T09:00:00.000Z"],
  [10, "2026-10-20T10:00:00Z", "2026-11-03T11:00:00.000Z"],
])("%i business days after %s", (days, from, to) => {
  expect(addBusinessDays(at(from), days, "Europe/Berlin").toISOString()).toBe(to);
});

test("business days end on a weekday, and one more is later", () =>
  fc.assert(
    fc.property(instants, fc.integer({ min: 1, max: 60 }), zones, (from, days, zone) => {
      const end = addBusinessDays(from, days, zone);
      const weekday = new Date(dayIn(end, zone)).getUTCDay();
      expect([1, 2, 3, 4, 5]).toContain(weekday);
      expect(addBusinessDays(from, days + 1, zone).getTime()).toBeGreaterThan(end.getTime());
    }),
  ));

test("a wait ends at the same moment, wherever in its slot it began", () =>
  fc.assert(
    fc.property(
      fc.constantFrom(15, 60),
      instants,
      fc.nat({ max: 899_999 }),
      fc.constantFrom("hours", "days", "business_days"),
      (grid, now, later, unit) => {
        const slot = new Date(slotAfter(now, grid).getTime());
        const ends = (moment: Date) =>
          waitEnds({ unit, amount: 3 }, moment, grid, "Europe/Berlin").toISOString();
        expect(ends(new Date(slot.getTime() + later))).toBe(ends(slot));
      },
    ),
  ));

test("a wait of hours is never shorter than it says, one of days never by more than a slot", () =>
  fc.assert(
    fc.property(fc.constantFrom(15, 60), instants, fc.integer({ min: 1, max: 90 }), (grid, now, amount) => {
      const hours = waitEnds({ unit: "hours", amount }, now, grid, "UTC").getTime() - now.getTime();
      expect(hours).toBeGreaterThan(amount * 3_600_000);
      const days = waitEnds({ unit: "days", amount }, now, grid, "UTC").getTime() - now.getTime();
      expect(days).toBeGreaterThan(amount * 86_400_000 - grid * 60_000);
    }),
  ));
