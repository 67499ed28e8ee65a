import { beforeAll, expect, test } from "vitest";
import { Candidate } from "../../packages/core/candidate/index.ts";
import { Home } from "../../packages/core/home/index.ts";
import { calls } from "./support/calls.ts";
import { intercept, outage } from "./support/intercept.ts";
import { as, furnish } from "./support/people.ts";
import { granted, pool } from "./support/pool.ts";
import { table } from "./support/table.ts";

const here = table();
beforeAll(furnish);

const home = () => as("recruiter", Home.home);
const queries = async () => (await calls(home)).QueryCommand ?? 0;
const MINUTE_MS = 60_000;

test("Home, which asks every few seconds, goes through everybody once in five minutes", async () => {
  const roster = Candidate.SHARDS.length;
  const until = new Date(here.clock.ms() + 3 * 86_400_000).toISOString();
  await pool([{ gate: { permissions: granted(until) } }]);
  const failed = await intercept(({ text }) => text.includes("gsi3"), outage, home);
  expect(failed.status).toBe("rejected");
  expect(await queries()).toBeGreaterThanOrEqual(roster);
  here.clock.forward(4 * MINUTE_MS);
  expect(await queries()).toBeLessThan(roster);
  expect((await home()).needs).toMatchObject([{ kind: "permission.ending", people: 1 }]);
  here.clock.forward(2 * MINUTE_MS);
  expect(await queries()).toBeGreaterThanOrEqual(roster);
});
