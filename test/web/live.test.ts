import { expect, test } from "vitest";
import { liveEvery } from "../../packages/web/src/campaign/live.ts";

const now = Date.parse("2026-03-02T09:00:00Z");
const minutesAgo = (minutes: number) => new Date(now - minutes * 60_000).toISOString();
const page = (
  state: "draft" | "running" | "paused" | "stopped" | "finished",
  entered = 10,
  ago?: number,
) => ({
  campaign: { state, ...(ago === undefined ? {} : { finishedAt: minutesAgo(ago) }) },
  people: { entered, leftOut: 0 },
});

test("a campaign is looked at while it moves, and a moment longer; then no more", () => {
  expect(liveEvery(undefined, now)).toBe(5_000);
  expect(liveEvery(page("running"), now)).toBe(5_000);
  expect(liveEvery(page("stopped"), now)).toBe(5_000);
  expect(liveEvery(page("finished", 10, 5), now)).toBe(5_000);
  expect(liveEvery(page("paused"), now)).toBe(60_000);
  for (const still of [page("draft"), page("finished", 10, 11), page("stopped", 10, 11)])
    expect(liveEvery(still, now)).toBe(false);
});

test("the more people there are, the less often everybody is read", () => {
  expect(liveEvery(page("running", 10_000), now)).toBe(20_000);
  expect(liveEvery(page("running", 1_000_000), now)).toBe(60_000);
});
