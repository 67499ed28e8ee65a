import { expect, test } from "vitest";
import { atScale } from "../bench/at-scale.ts";
import type { Kept } from "../bench/kept.ts";
import { pageWith, verdict } from "../bench/page.ts";
import { pointsOf, trend } from "../bench/trend.ts";
import { namedBy } from "../bench/web.ts";

const kept = (commit: string, calibration: number, figures: Kept["figures"]): Kept => ({
  ...{ at: "2026-12-01T09:00:00.000Z", commit, node: "24.0.0", calibration, figures },
  machine: { cpu: "a processor", cores: 2, platform: "linux x64" },
});

const slow = kept("slow123", 1_000_000, {
  signup: { value: 100, unit: "1/s" },
  start: { value: 2, unit: "s" },
  rss: { value: 700, unit: "MB" },
});
const fast = kept("fast456", 2_000_000, {
  signup: { value: 220, unit: "1/s" },
  lists: { value: 41, unit: "ms", parts: { "ms p50": 20 } },
  "campaign@10000": { value: 60, unit: "1/s", parts: { "ms of CPU each": 25 } },
  "campaign@1000": { value: 62, unit: "1/s", parts: { "ms of CPU each": 26 } },
});

test("figures of different machines are drawn as if of the newest: rates and times by its speed, memory as it is", () => {
  const values = (key: string) => pointsOf(key, [slow, fast]).map(({ value }) => value);
  expect([values("signup"), values("start"), values("rss")]).toEqual([[200, 220], [1], [700]]);
});

test("the picture has a panel for each figure that was kept, with every commit a dot", () => {
  const svg = trend([slow, fast]);
  expect(svg.match(/font-weight="600">\w+</g)).toEqual(
    ["signup", "rss", "start", "lists"].map((name) => `font-weight="600">${name}<`),
  );
  expect(svg.match(/<circle/g)).toHaveLength(5);
  expect(svg).toContain(">slow123<");
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
});

test.each([
  ["a higher rate", "1/s", 200, "faster"],
  ["a rate between", "1/s", 188, "the same"],
  ["a lower rate", "1/s", 100, "**slower**"],
  ["a longer time", "s", 200, "**slower**"],
  ["less memory", "MB", 100, "less"],
  ["more memory", "MB", 200, "**more**"],
] as const)("%s is %s %d beside 184-192: %s", (_, unit, value, word) => {
  expect(verdict({ unit, other: [184, 192] }, value)).toBe(word);
});

const BY = "written by npm run bench -- --keep";
const page = `# Fast

<!-- tables: ${BY} -->
old
<!-- end of tables -->

<!-- a million: ${BY} -->

counted before

<!-- end of a million -->
more
`;

test("the page gets the newest of each figure between its marks, and keeps what is around", () => {
  const text = pageWith(page, [slow, fast]);
  expect(text).toMatch(/^# Fast\n\n<!-- tables/);
  expect(text).toMatch(/<!-- end of a million -->\nmore\n$/);
  expect(text).not.toContain("old");
  expect(text).toContain("\ncounted before\n");
  expect(text).toContain("| `signup`: sign-ups stored | 220/s | 184-192/s | faster |");
  expect(text).toContain("| `rss`: memory, all processes, after all that | 700 MB | 1,000-1,700 MB | less |");
  expect(text).toContain("2026-12-01, commit slow123:");
  expect(text.indexOf("| 1,000 | 62/s |")).toBeLessThan(text.indexOf("| 10,000 | 60/s |"));
  expect(pageWith(text, [slow, fast])).toBe(text);
});

test("what a million cost is written anew when a cost was kept", () => {
  const counted = kept("new789", 1, { cost: { value: 0.6, unit: "$", parts: { "mails each": 5.5 } } });
  const text = pageWith(page, [counted]);
  expect(text).toContain("- 5,500,000 mails (5.500 each)");
  expect(text).not.toContain("counted before");
});

test("a page without its marks is not guessed at", () => {
  expect(() => pageWith("# Fast", [fast])).toThrow("lost its marks around tables");
});

test("a million people cost what their mails, their coming and the months cost", () => {
  const lines = atScale({
    ...{ "$ of SES for 1,000 mails": 0.1, "$ of all else for 1,000 mails": 0.01, "mails each": 5 },
    ...{ "$ for 1,000 who come and go": 0.02, "$ a day of a campaign": 0.1 },
    "$ a month before anybody is there": 20,
  });
  expect(lines.map((line) => line.split(" = ")[1] ?? line)).toEqual([
    "$500.00",
    "$50.00",
    "$20.00",
    "$9.00",
    "$60.00",
    "- together **$639.00**, $0.64 for 1,000 people",
  ]);
});

test("the first page's script and style are those its HTML names", () => {
  const html = `<link rel="icon" href="/icon.svg"><script type="module" src="/assets/index-1.js"></script>
    <link rel="modulepreload" href="/assets/clock-2.js"><link rel="stylesheet" href="/assets/index-3.css">`;
  expect(namedBy(html)).toEqual(["/assets/index-1.js", "/assets/clock-2.js", "/assets/index-3.css"]);
});
