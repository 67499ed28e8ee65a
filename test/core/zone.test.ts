import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { addDays, dayIn, instantOf, wallOf, weekdayOf } from "../../packages/core/zone.ts";

const zones = fc.constantFrom(...Intl.supportedValuesOf("timeZone"), "UTC");
const instants = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2060, 0) });

test("days and clocks are what Temporal says, in every zone", () =>
  fc.assert(
    fc.property(zones, instants, fc.integer({ min: 1, max: 400 }), (zone, at, days) => {
      const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
      const wall = Date.parse(`${there.toPlainDateTime().toString()}Z`);
      expect(wallOf(at, zone)).toBe(wall);
      expect(dayIn(at, zone)).toBe(there.toPlainDate().toString());
      expect(weekdayOf(wall)).toBe(there.dayOfWeek);
      expect(addDays(at, days, zone)).toBe(there.add({ days }).epochMilliseconds);
    }),
    { numRuns: 500 },
  ));

/** Half an hour, two hours, a whole day; by day, at midnight, in both halves of the world. */
const changing = [
  "Europe/Berlin",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "America/Santiago",
  "Africa/Casablanca",
  "Antarctica/Troll",
];

test.each(changing)(
  "where the clocks of %s change, a time becomes the instant that Temporal says",
  (zone) => {
    let change = Temporal.Instant.fromEpochMilliseconds(Date.UTC(2010, 0)).toZonedDateTimeISO(zone);
    for (let changes = 0; changes < 10; changes++) {
      const next = change.getTimeZoneTransition("next");
      if (!next) break;
      change = next;
      const shown = wallOf(change.epochMilliseconds, zone);
      for (let minutes = -26 * 60; minutes <= 26 * 60; minutes += 15) {
        const wall = shown + minutes * 60_000;
        const plain = Temporal.PlainDateTime.from(new Date(wall).toISOString().slice(0, -1));
        expect(instantOf(wall, zone)).toBe(plain.toZonedDateTime(zone).epochMilliseconds);
      }
    }
  },
);
