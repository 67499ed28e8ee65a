import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { Clock } from "../../packages/core/clock.ts";
import type { Gate } from "../../packages/core/gate/index.ts";
import { Season } from "../../packages/core/season/index.ts";

let put: (() => void) | undefined;
afterEach(() => put?.());
const at = (instant: string) => {
  put?.();
  put = Clock.use(() => Date.parse(instant));
};
const consentId = `con_${"0".repeat(26)}`;
const granted = { state: "granted" as const, consentId, at: "2026-02-03T10:00:00.000Z" };

test("the line is ten months past and two to come, on every day of every year", () =>
  fc.assert(
    fc.property(
      fc.date({ min: new Date("2026-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }),
      (day) => {
        at(day.toISOString());
        const { from, to, today } = Season.line([], undefined);
        expect([from.slice(8), to.slice(8)]).toEqual(["01", "01"]);
        expect(from < today && today < to).toBe(true);
        const months = (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12;
        expect(months + Number(to.slice(5, 7)) - Number(from.slice(5, 7))).toBe(12);
      },
    ),
  ));

test("every mark on it lies in its time, in the order it happened, and none is invented", () =>
  fc.assert(
    fc.property(marks, (given) => {
      at("2026-11-22T12:00:00Z");
      const line = Season.line(given, granted);
      expect(line.marks.length).toBe(given.filter(({ day }) => day >= line.from).length);
      for (const { day } of line.marks) expect(day >= line.from).toBe(true);
    }),
  ));

test("each kind has its word", () => {
  at("2026-11-22T12:00:00Z");
  const given = (["s", "j", "c", "r"] as const).map((kind) => ({ kind, day: "2026-11-01" }));
  const kinds = Season.line(given, undefined).marks.map(({ kind }) => kind);
  expect(kinds).toEqual(["sent", "joined", "clicked", "replied"]);
});

test("the band shows what she allows: asked, granted with its end, and nothing once withdrawn", () => {
  at("2026-11-22T12:00:00Z");
  const until = "2028-02-03T10:00:00.000Z";
  expect(Season.line([], { ...granted, until }).permission).toEqual({
    state: "granted",
    from: "2026-02-03",
    until: "2028-02-03",
  });
  expect(Season.line([], { ...granted, state: "pending" }).permission).toEqual({
    state: "pending",
    from: "2026-02-03",
  });
  expect(Season.line([], { ...granted, state: "withdrawn" }).permission).toBeUndefined();
  expect(Season.line([], undefined).permission).toBeUndefined();
});

const marks: fc.Arbitrary<Gate.Mark[]> = fc.array(
  fc.record({
    kind: fc.constantFrom("s", "j", "c", "r"),
    day: fc
      .date({ min: new Date("2025-01-01"), max: new Date("2026-11-22"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
  }),
  { maxLength: 40 },
);
