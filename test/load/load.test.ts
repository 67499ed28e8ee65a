import { expect, test } from "vitest";
import { emailOf, requestOf } from "./applicant.ts";
import { arrivals } from "./arrivals.ts";
import { problems } from "./checks.ts";
import type { Found } from "./found.ts";
import { growth, leaks } from "./growth.ts";
import type { Response } from "./offered.ts";
import { quantiles } from "./quantiles.ts";
import { slope } from "./trend.ts";

test("as many come as were to come, in order, in the time that was said, and at the same moments again", () => {
  const all = arrivals(200, 3, 7);
  expect(all).toHaveLength(600);
  expect(all).toEqual([...all].sort((a, b) => a - b));
  expect(Math.min(...all)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...all)).toBeLessThan(3000);
  expect(arrivals(200, 3, 7)).toEqual(all);
  expect(arrivals(200, 3, 8)).not.toEqual(all);
});

test("each comes from a network of her own", () => {
  const homes = [0, 1, 255, 256, 65_535, 65_536].map(
    (n) => requestOf(n, "").headers["cloudfront-viewer-address"],
  );
  expect(homes).toEqual([
    "198.18.0.0:50000",
    "198.18.0.1:50000",
    "198.18.0.255:50000",
    "198.18.1.0:50000",
    "198.18.255.255:50000",
    "198.19.0.0:50000",
  ]);
});

test("a quantile is a value that was measured", () => {
  const hundred = Array.from({ length: 100 }, (_, n) => n + 1);
  expect(quantiles(hundred)).toEqual({ p50: 50, p95: 95, p99: 99, max: 100 });
  expect(quantiles([7])).toEqual({ p50: 7, p95: 7, p99: 7, max: 7 });
});

test("the slope of a line is its slope", () => {
  expect(slope([0, 1, 5].map((x) => ({ x, y: 3 * x + 2 })))).toBeCloseTo(3);
  expect(slope([{ x: 1, y: 9 }])).toBe(0);
});

/** Memory that rises by `leak` MB a minute under a saw of the collector's, while the data grows by 10. */
const saw = (leak: number, seconds = 300) =>
  Array.from({ length: seconds / 2 }, (_, n) => ({
    at: 2 * n,
    memory: 500 + (leak * 2 * n) / 60 + (n % 25) * 4,
    data: 100 + (20 * n) / 60,
  }));

test("memory that the collector gives back is no leak; what stays is, where the data does not explain it", () => {
  expect(growth(saw(3))).toMatchObject({ floor: expect.closeTo(3), data: expect.closeTo(10) });
  expect(leaks(saw(3))).toEqual([]);
  expect(leaks(saw(30))).toEqual([expect.stringMatching(/^Memory grows by 30\.\d MB a minute/)]);
  expect(leaks(saw(30, 60))).toEqual([]);
});

const stored: Response = { n: 0, ms: 5, status: 202 };
const refused: Response = { n: 1, ms: 5, status: 429, retryAfter: 1 };
const ids = { candidateId: "cnd_a", addressHash: "h" };
const mail = { id: "ses-1", at: "2026-03-02T09:00:00.000Z", to: emailOf(0), tags: { message: "msg_a" } };
const there: Found = {
  items: [
    { __edb_e__: "address", raw: emailOf(0), ...ids },
    { __edb_e__: "guard", ...ids },
    { __edb_e__: "candidate", ...ids },
  ],
  mails: [mail],
  dead: [],
  waiting: [],
  now: "2026-03-02T10:00:00.000Z",
};
const found = (change: Partial<Found>) => problems([stored, refused], { ...there, ...change });

test("one who was taken and one who was asked to come again: that is as it must be", () => {
  expect(found({})).toEqual([]);
});

test.each<[string, Response, RegExp]>([
  ["a 500", { n: 2, status: 500 }, /^1 sign-ups got a 500$/],
  ["a refusal that does not say for how long", { n: 2, status: 429 }, /429 without a Retry-After/],
  ["no answer", { n: 2, failed: "ECONNRESET" }, /no answer \(ECONNRESET\)/],
  ["somebody who is not there", { n: 2, status: 202 }, /^1 acknowledged sign-ups are not stored, load2@/],
  ["a refusal that was stored", { n: 0, status: 429, retryAfter: 1 }, /^1 refused sign-ups are stored/],
])("%s is found", (_, response, sentence) => {
  expect(problems([stored, refused, response], there)).toContainEqual(expect.stringMatching(sentence));
});

test.each<[string, Partial<Found>, RegExp]>([
  [
    "a second mail to confirm",
    { mails: [mail, { ...mail, tags: { message: "msg_b" } }] },
    /exactly one mail/,
  ],
  ["a mail that is missing", { mails: [] }, /exactly one mail to confirm/],
  ["a mail that left twice", { mails: [mail, { ...mail, id: "ses-2" }] }, /^Broken: at most one mail/],
  ["a guard that is missing", { items: there.items.slice(0, 1) }, /^Broken: one record per address/],
  ["work that was left", { waiting: [{ place: "queue confirm", count: 1 }] }, /^Broken: the outbox/],
  [
    "a dead letter",
    { dead: [{ place: "queue confirm", id: "m", attempts: 5, content: {} }] },
    /^Broken: no unexplained/,
  ],
])("%s is found", (_, change, sentence) => {
  expect(found(change)).toContainEqual(expect.stringMatching(sentence));
});
