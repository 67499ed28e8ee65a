import { beforeAll, expect, test } from "vitest";
import { mailboxOf } from "../../packages/core/candidate/index.ts";
import { Limit } from "../../packages/core/limit/index.ts";
import { networkOf } from "../../packages/core/limit/network.ts";
import { furnish, requests, signUp, whose } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
beforeAll(furnish);
const DAY_MS = 86_400_000;
const times = (count: number) => Array.from({ length: count }, (_, index) => index);

test.each([
  ["Ada+jobs@Example.org", "ada@example.org"],
  ["a.da@example.org", "a.da@example.org"],
  ["A.d.a+x+y@gmail.com", "ada@gmail.com"],
  ["ada@googlemail.com", "ada@gmail.com"],
  ["+ada@example.org", "+ada@example.org"],
])("%s is counted as %s", (typed, mailbox) => {
  expect(mailboxOf(typed)).toBe(mailbox);
});

test("one mailbox in many spellings gets five mails a day in all, and the form never says so", async () => {
  const spellings = ["ada@gmail.com", "a.da@gmail.com", "ad.a@googlemail.com"];
  const tagged = times(6).map((n) => `ada+${n}@gmail.com`);
  for (const email of [...spellings, ...tagged]) await signUp(here, email);
  expect(await here.items({ type: "consent.requested" })).toHaveLength(5);
  here.clock.forward(DAY_MS);
  await signUp(here, "ada+5@gmail.com");
  expect(await requests(await whose("ada+5@gmail.com"))).toHaveLength(1);
});

test("thirty sign-ups an hour from one network, also at once; then the next hour", async () => {
  const asked = await Promise.allSettled(times(34).map(() => Limit.source("203.0.113.7")));
  expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(30);
  const refused = await Limit.source("203.0.113.7").catch((error: unknown) => error);
  expect(refused).toMatchObject({ kind: "limited", retryAfter: expect.any(Number) });
  await Limit.source("203.0.113.8");
  here.clock.forward((refused as { retryAfter: number }).retryAfter * 1000);
  await Limit.source("203.0.113.7");
});

test("neither the address nor the mailbox can be read in what is kept, and it is soon forgotten", async () => {
  const kept = await here.items({ __edb_e__: "limit" });
  expect(kept.length).toBeGreaterThan(0);
  expect(JSON.stringify(kept)).not.toMatch(/203\.0|gmail|ada[@+]/);
  here.clock.forward(2 * DAY_MS);
  await here.sweep();
  expect(await here.items({ __edb_e__: "limit" })).toEqual([]);
});

test.each([
  ["203.0.113.7", "203.0.113.7"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:DB8:1:2::9", "2001:db8:1:2::/64"],
  ["2001:db8::9", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["no address", "no address"],
])("%s asks from %s", (ip, network) => {
  expect(networkOf(ip)).toBe(network);
});
