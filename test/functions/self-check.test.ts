import { beforeAll, expect, test, vi } from "vitest";
import { alarms } from "../../infra/alarms.ts";
import { Facts } from "../../packages/core/facts/index.ts";
import { replay } from "../../packages/core/rebuild/index.ts";
import { entities } from "../../packages/core/service.ts";
import { handler } from "../../packages/functions/scheduled/self-check.ts";
import { as, furnish, member } from "../core/support/people.ts";
import { table } from "../core/support/table.ts";
import { log } from "./support/log.ts";
import { context } from "./support/request.ts";

vi.mock("node:timers/promises", () => ({ setTimeout: async () => undefined }));

const here = table();
const DAY = 86_400_000;
/** By then nothing is on its way any more, and the replay counts it. */
const LATER = DAY;
let ada: string;
beforeAll(async () => {
  await furnish();
  ada = await member(here, "ada@example.org", { name: "Ada Lovelace" });
  here.clock.forward(LATER);
  while (Math.floor(here.clock.ms() / DAY) % Facts.SHARDS !== Number(Facts.shardOf(ada)))
    here.clock.forward(DAY);
  await as("system", () => replay({ switching: true }));
});

const run = (handler as unknown as (event: unknown, given: typeof context) => Promise<unknown>).bind(null, {
  schedule: "self-check",
});

/** What CloudWatch makes a metric of. */
const metrics = (written: string) =>
  written
    .split("\n")
    .filter((line) => line.includes("_aws"))
    .map((line) => JSON.parse(line));

test("where all is well, nothing rings", async () => {
  const written = log();
  expect(await run(context)).toEqual({ people: 1, campaigns: 0, drifts: 0 });
  expect(metrics(written())).toEqual([]);
});

test("where people or figures part from the log, the metric of the alarm is written, with ids and no names", async () => {
  const { metric, above } = alarms.find(({ on }) => on === "self-check") ?? { metric: [], above: 0 };
  await entities.candidate.patch({ candidateId: ada }).set({ city: "Leipzig" }).go();
  await entities.metric.upsert({ scope: "organisation", shard: 3, period: "all" }).add({ joined: 2 }).go();
  await entities.metric
    .upsert({ scope: "organisation", shard: 3, period: "2026-01-01" })
    .add({ joined: 1 })
    .go();
  const written = log();
  expect(await run(context)).toMatchObject({ drifts: 2 });
  const [line, ...others] = metrics(written());
  expect(others).toEqual([]);
  const [Namespace, Name] = metric;
  expect(line._aws).toEqual({
    Timestamp: expect.any(Number),
    CloudWatchMetrics: [{ Namespace, Dimensions: [["FunctionName"]], Metrics: [{ Name, Unit: "Count" }] }],
  });
  expect(line).toMatchObject({ level: "ERROR", FunctionName: "selfCheck", Drift: 2 });
  expect(line[String(Name)]).toBeGreaterThan(above);
  expect(line.drifts).toContain(`${ada}: city`);
  expect(written()).not.toMatch(/Lovelace|Leipzig|example\.org/);
});
