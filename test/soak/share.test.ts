import { expect, test } from "vitest";
import { doneBy, shareOf } from "./share.ts";

test.each([
  [5000, 365],
  [20, 365],
  [3, 10],
  [700, 7],
])("%i things over %i days: all of them happen, and no day has one more than another", (total, days) => {
  const each = Array.from({ length: days }, (_, day) => shareOf(total, day, days));
  expect(each.reduce((sum, n) => sum + n, 0)).toBe(total);
  expect(doneBy(total, days - 1, days)).toBe(total);
  expect(Math.max(...each) - Math.min(...each)).toBeLessThanOrEqual(1);
});
