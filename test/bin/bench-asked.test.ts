import { expect, test } from "vitest";
import { askedOf } from "../bench/asked.ts";

test("without a name it measures the seven usual figures, in their order", () => {
  const names = ["signup", "import", "segment100k", "campaign", "events", "rss", "start"];
  expect(askedOf(["--json"])).toEqual({ names, rounds: 3, json: true, keep: false, help: false });
});

test("names and sizes are taken as they are said, a name twice as once", () => {
  expect(askedOf(["lists", "campaign", "lists", "--people", "10000"])).toMatchObject({
    names: ["lists", "campaign"],
    people: 10_000,
  });
});

test.each([
  [["signups"], "There is no figure signups: signup, import,"],
  [["campaign", "--people", "0"], "--people takes a whole number above 0, not 0"],
  [["campaign", "--people", "many"], "--people takes a whole number above 0, not many"],
  [["campaign", "signup", "--people", "10"], "--people is for campaign, preview,"],
  [["--people", "10"], "signup is always measured with the same"],
  [["--rounds", "1.5"], "--rounds takes a whole number above 0, not 1.5"],
  [["--keep", "--rounds", "1"], "What is kept are medians of 3"],
  [["--fast"], "Unknown option '--fast'"],
])("%j is refused in words", (args, words) => {
  expect(() => askedOf(args)).toThrow(words);
});
