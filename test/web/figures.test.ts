import { expect, test } from "vitest";
import { bands } from "../../packages/web/src/campaign/flow-geometry.ts";
import { share } from "../../packages/web/src/figure/rate.ts";
import { points } from "../../packages/web/src/figure/sparkline.tsx";
import { peopleByDay } from "../../packages/web/src/home/words.ts";

test("below twenty there is no percentage, and of nothing no rate at all", () => {
  expect(share(0, 0)).toBe("not enough data");
  expect(share(7, 12)).toBe("7 of 12");
  expect(share(19, 19)).toBe("19 of 19");
  expect(share(10, 20)).toMatch(/^10 of 20 · 50\s?%$/);
  expect(share(1, 764)).toMatch(/^1 of 764 · 0[.,]1\s?%$/);
});

test("bands are as thick as there are people, and somebody is never invisible", () => {
  expect(bands({ entered: 100, active: 25, finished: 50, stopped: 25 }, 48)).toEqual({
    entered: 48,
    waiting: 12,
    finished: 24,
    stopped: 12,
  });
  expect(bands({ entered: 10_000, active: 1, finished: 0, stopped: 0 }, 48).waiting).toBe(2);
  expect(bands({ entered: 0, active: 0, finished: 0, stopped: 0 }, 48).entered).toBe(0);
});

test("counters that lag behind each other never draw past the tallest band", () => {
  const { finished } = bands({ entered: 4, active: 0, finished: 6, stopped: 0 }, 48);
  expect(finished).toBe(48);
});

test("the head count is walked back from today's", () => {
  const days = [
    { day: "2026-11-20", joined: 5, left: 0 },
    { day: "2026-11-21", joined: 3, left: 1 },
    { day: "2026-11-22", joined: 1, left: 2 },
  ];
  expect(peopleByDay({ people: 10, days })).toEqual([9, 11, 10]);
});

test("a sparkline spans its width, and a flat one is flat", () => {
  expect(points([0, 10], 96, 20)).toBe("0,19 96,1");
  expect(points([2, 2, 2], 96, 20)).toBe("0,19 48,19 96,19");
});
