import fc from "fast-check";
import { expect, test } from "vitest";
import type { Step } from "../../packages/core/campaign/campaign.schema.ts";
import { waitEnds } from "../../packages/core/campaign/window.ts";
import {
  after,
  calendarOf,
  dayIn,
  daysOf,
  isOpen,
  isoDay,
} from "../../packages/web/src/campaign/journey/calendar.ts";
import { filled, totals } from "../../packages/web/src/campaign/mails-per-day/filled.ts";

const weekdays = { days: [1, 2, 3, 4, 5], from: "09:00", to: "17:00" };
const wednesday = dayIn(Date.parse("2026-11-25T10:00:00Z"), "Europe/Berlin");
const mail = (stepId: string): Step => ({ stepId, kind: "email", templateId: "tpl_a" });
const wait = (stepId: string, amount: number): Step => ({ stepId, kind: "wait", unit: "days", amount });

test("the margin counts days as the campaign does", () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 400 }),
      fc.constantFrom("days" as const, "business_days" as const),
      fc.integer({ min: 1, max: 60 }),
      (ahead, unit, amount) => {
        const noon = new Date(Date.parse("2026-01-01T12:00:00Z") + ahead * 86_400_000);
        const ends = waitEnds({ unit, amount }, noon, 15, "Europe/Berlin");
        const from = dayIn(noon.getTime(), "Europe/Berlin");
        expect(isoDay(after(from, { unit, amount }))).toBe(isoDay(dayIn(ends.getTime(), "Europe/Berlin")));
      },
    ),
  ));

test("a mail that falls on a Saturday leaves on Monday, one for any hour does not wait", () => {
  const steps: Step[] = [wait("w", 3), mail("m"), { ...mail("n"), hours: "any" } as Step];
  const calendar = calendarOf(steps, wednesday, weekdays);
  expect(isoDay(calendar.get("m")?.from ?? 0)).toBe("2026-11-30");
  const any = calendarOf([wait("w", 3), { ...mail("n"), hours: "any" } as Step], wednesday, weekdays);
  expect(isoDay(any.get("n")?.from ?? 0)).toBe("2026-11-28");
});

test("after a branch whose paths differ people arrive from the shorter to the longer", () => {
  const branch: Step = {
    ...{ stepId: "b", kind: "branch", rule: { kind: "known", fact: "city" }, unknown: "no" },
    ...{ yes: [wait("y", 1)], no: [wait("n", 5)] },
  };
  const arrival = calendarOf([branch, wait("z", 1)], wednesday, weekdays).get("z");
  expect(arrival).toEqual({ from: wednesday + 1, to: wednesday + 5 });
});

test("days without sending hours are gaps", () => {
  const days = daysOf(wednesday, wednesday + 5, weekdays);
  expect(days.map(({ open }) => open)).toEqual([true, true, false, false, true]);
  expect(isOpen(wednesday, { days: [6] })).toBe(false);
});

test("every day between the first and the last is drawn, also today", () => {
  const bars = filled([{ day: "2026-11-25", sent: 3, planned: 0 }], "2026-11-28");
  expect(bars.map(({ day }) => day)).toEqual(["2026-11-25", "2026-11-26", "2026-11-27", "2026-11-28"]);
  expect(totals(bars)).toEqual({ sent: 3, planned: 0, most: 3 });
  expect(filled([], undefined)).toEqual([]);
});
