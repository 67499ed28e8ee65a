import { beforeAll, beforeEach, expect, test } from "vitest";
import { Facts } from "../../packages/core/facts/index.ts";
import { Metric } from "../../packages/core/metric/index.ts";
import { replay, selfCheck } from "../../packages/core/rebuild/index.ts";
import { entities } from "../../packages/core/service.ts";
import { calls } from "./support/calls.ts";
import { campaign, enter, work } from "./support/campaigns.ts";
import { as, furnish, member } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
const DAY = 86_400_000;
let welcome: string;
let ada: string;

beforeAll(async () => {
  await furnish();
  welcome = await campaign();
  ada = await member(here, "ada@example.org");
  await enter(ada, welcome);
  await work(welcome);
  here.clock.forward(DAY);
});
/** Whatever a test broke is mended, and it is a day on which Ada's shard is looked at. */
beforeEach(async () => {
  await as("system", () => replay({ switching: true }));
  const shard = Number(Facts.shardOf(ada));
  while (Math.floor(here.clock.ms() / DAY) % Facts.SHARDS !== shard) here.clock.forward(DAY);
});

const check = (pause = async () => {}) => as("system", () => selfCheck(pause));
const place = async () => {
  const items = await here.items({
    __edb_e__: "metric",
    scope: Metric.Scope.campaign(welcome),
    period: "all",
  });
  const item = items.find(({ accepted }) => accepted);
  return { scope: String(item?.scope), shard: Number(item?.shard), period: "all" };
};

test("where all is well it says nothing, does not wait, and writes nothing", async () => {
  const made = await calls(async () => {
    const late = async () => expect.unreachable("It found something");
    expect(await check(late)).toEqual({ people: 1, campaigns: 1, drifts: [] });
  });
  expect(Object.keys(made).filter((name) => !/^(Query|BatchGetItem)Command$|^keys$/.test(name))).toEqual([]);
});

test("a figure that drifts from the log is told", async () => {
  const one = await place();
  await entities.metric.patch(one).add({ clicksHuman: 3 }).go();
  const told = `${one.scope} all, shard ${one.shard}: clicksHuman kept 3, log 0`;
  expect((await check()).drifts).toEqual([told]);
});

test("a sum that is not the sum of its hours or days is told, however many people there are", async () => {
  const [joined] = await here.items({ __edb_e__: "metric", scope: "organisation", period: "all" });
  const organisation = { scope: "organisation", shard: Number(joined?.shard), period: "all" };
  await entities.metric.patch(organisation).add({ joined: -1 }).go();
  const one = await place();
  await entities.metric.patch(one).add({ accepted: 1, entered: 1_000 }).go();
  expect([...(await check()).drifts].sort()).toEqual([
    `${one.scope} all, shard ${one.shard}: accepted kept 2, log 1`,
    `organisation all, shard ${organisation.shard}: joined kept 0, log 1`,
  ]);
});

test("somebody whom the roster shows otherwise is told by the names of the facts", async () => {
  await entities.candidate.patch({ candidateId: ada }).set({ city: "Leipzig" }).go();
  expect((await check()).drifts).toEqual([`${ada}: city`]);
});

test("an entry of the log that nobody counted is told once it can't be on its way any more", async () => {
  const bea = await member(here, "bea@example.org");
  const day = Math.floor(here.clock.ms() / DAY);
  here.clock.forward(
    ((((Number(Facts.shardOf(bea)) - day) % Facts.SHARDS) + Facts.SHARDS) % Facts.SHARDS) * DAY,
  );
  here.clock.forward(3 * 3_600_000);
  const [joined] = await here.items({ candidateId: bea, type: "candidate.joined" });
  expect((await check()).drifts).toEqual([`not counted: candidate.joined ${joined?.eventId} of ${bea}`]);
});

test("what is right a moment later was on its way, and is not told", async () => {
  const one = await place();
  await entities.metric.patch(one).add({ clicksHuman: 3 }).go();
  const right = async () => {
    await entities.metric.patch(one).add({ clicksHuman: -3 }).go();
  };
  expect((await check(right)).drifts).toEqual([]);
});

test("in as many days as there are shards everybody is looked at once", async () => {
  const seen: number[] = [];
  for (let day = 0; day < Facts.SHARDS; day++) {
    here.clock.forward(DAY);
    seen.push((await check()).people);
  }
  const { length } = await here.items({ __edb_e__: "candidate" });
  expect(seen.reduce((sum, n) => sum + n, 0)).toBe(length);
});
