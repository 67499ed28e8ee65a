import { expect, test } from "vitest";
import { thickness } from "../../packages/web/src/campaign/running/flow/band.tsx";
import { share } from "../../packages/web/src/figure/rate.ts";
import { points } from "../../packages/web/src/figure/sparkline.tsx";

test("below twenty there is no percentage, and of nothing no rate at all", () => {
  expect(share(0, 0)).toBe("not enough data");
  expect(share(7, 12)).toBe("7 of 12");
  expect(share(19, 19)).toBe("19 of 19");
  expect(share(10, 20)).toMatch(/^10 of 20 · 50\s?%$/);
  expect(share(1, 764)).toMatch(/^1 of 764 · 0[.,]1\s?%$/);
});

test("bands are as thick as there are people, and somebody is never invisible", () => {
  expect(thickness(100, 100)).toBe(2 * thickness(50, 100));
  expect(thickness(1, 10_000)).toBe(2);
  expect(thickness(0, 10_000)).toBe(0);
  expect(thickness(6, 4)).toBe(thickness(4, 4));
});

test("a sparkline spans its width, and a flat one is flat", () => {
  expect(points([0, 10], 96, 20)).toBe("0,19 96,1");
  expect(points([2, 2, 2], 96, 20)).toBe("0,19 48,19 96,19");
});
