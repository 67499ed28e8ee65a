import { beforeAll, expect, test } from "vitest";
import { logged } from "../../packages/core/event/stamp.ts";
import { ofEvent } from "../../packages/core/figures/of-event.ts";
import { newId } from "../../packages/core/id.ts";
import { commitBatch } from "../../packages/core/metric/fold.ts";
import { Metric, shardOf } from "../../packages/core/metric/index.ts";
import { type Report, replay } from "../../packages/core/rebuild/index.ts";
import { entities } from "../../packages/core/service.ts";
import { recount } from "../flows/support/recount.ts";
import { campaign, enter, work } from "./support/campaigns.ts";
import { intercept, outage } from "./support/intercept.ts";
import { as, furnish, member } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
let welcome: string;
let ada: string;

/** Six people sign up, enter and are written to; nobody hears of their coming, as no bus runs here. */
beforeAll(async () => {
  await furnish();
  welcome = await campaign();
  for (let n = 0; n < 6; n++) {
    ada = await member(here, `ada${n}@example.org`, { tracking: n % 2 === 0 });
    await enter(ada, welcome);
  }
  await work(welcome);
});

const rebuilt = (switching = false): Promise<Report> => as("system", () => replay({ switching }));
const scope = () => Metric.Scope.campaign(welcome);

/** The counter items that are kept of a scope, and what they hold. */
const keptOf = (of: string) => here.items({ __edb_e__: "metric", scope: of });
const whole = async () =>
  (await keptOf(scope())).find(({ period, accepted }) => period === "all" && accepted);

/** The figures of the whole table, their shards added up, beside a count of the log by other code. */
async function expectLog(): Promise<void> {
  const sums: Record<string, Record<string, number>> = {};
  for (const { scope: of, period, ...item } of await here.items({ __edb_e__: "metric" }))
    for (const counter of Metric.COUNTERS) {
      if (!item[counter]) continue;
      const name = `${of} ${period}`;
      const sum = sums[name] ?? {};
      sums[name] = { ...sum, [counter]: (sum[counter] ?? 0) + Number(item[counter]) };
    }
  expect(sums).toEqual(recount(await here.items({})));
}

test("what nobody heard of may be on its way at first; then it is named, taken up, and counted once", async () => {
  expect((await rebuilt()).log).toMatchObject({ different: 0, busy: 12 });
  here.clock.forward(3 * 3_600_000);
  const { log, figures, roster } = await rebuilt();
  expect(log).toMatchObject({ different: 12, busy: 0, put: 0 });
  expect(log.named).toContain(`entered ${welcome} of ${ada}`);
  expect([figures, roster]).toMatchObject([{ different: 0 }, { rebuilt: 6, equal: 6 }]);
  expect((await rebuilt(true)).log.put).toBe(12);
  const again = await rebuilt(true);
  expect(again.log).toMatchObject({ different: 0, put: 0 });
  expect(again.figures.equal).toBe(again.figures.rebuilt);
  expect((await Metric.total(Metric.Scope.organisation)).joined).toBe(6);
  await expectLog();
});

test("a figure that was changed by hand, lost, or made up is found, named and put right; nothing else is written", async () => {
  const { shard, accepted } = (await whole()) ?? {};
  const place = { scope: scope(), shard: Number(shard), period: "all" };
  await entities.metric.patch(place).add({ accepted: 2 }).remove(["finished"]).go();
  const [day] = (await keptOf("organisation")).filter(({ period }) => period !== "all");
  await entities.metric
    .delete({ scope: "organisation", shard: Number(day?.shard), period: String(day?.period) })
    .go();
  await entities.metric.put({ scope: scope(), shard: 3, period: "1999-01-01T00", clicksRaw: 7 }).go();
  const before = await here.items({ __edb_e__: "metric" });
  const { figures } = await rebuilt();
  expect(figures).toMatchObject({ different: 3, put: 0 });
  const said = `${scope()} all, shard ${shard}: finished kept 0, log 6; accepted kept ${Number(accepted) + 2}, log ${accepted}`;
  expect(figures.named).toContain(said);
  expect(await here.items({ __edb_e__: "metric" })).toEqual(before);
  expect((await rebuilt(true)).figures).toMatchObject({ different: 3, put: 3 });
  expect((await rebuilt()).figures).toMatchObject({ different: 0, busy: 0 });
  await expectLog();
});

/** Takes two figures off, and answers where. */
async function planted() {
  const organisation = (await keptOf("organisation")).filter(({ period }) => period === "all");
  const places = [await whole(), organisation[0]].map((item) => ({
    ...{ scope: String(item?.scope), shard: Number(item?.shard), period: "all" },
  }));
  for (const place of places) await entities.metric.patch(place).add({ opensRaw: 1, left: 1 }).go();
  return places;
}

const putting = ({ name, text }: { name: string; text: string }) =>
  name === "UpdateItemCommand" && text.includes("$metric");

test("a rebuild that dies half-way has put some right and broken none; the next does the rest", async () => {
  await planted();
  let met = 0;
  const second = (command: Parameters<typeof putting>[0]) => putting(command) && ++met === 2;
  expect((await intercept(second, outage, () => rebuilt(true))).status).toBe("rejected");
  expect((await rebuilt()).figures).toMatchObject({ different: 1 });
  expect((await rebuilt(true)).figures).toMatchObject({ different: 1, put: 1 });
  await expectLog();
});

/** Somebody joins and is counted, in the shard of a figure that is just being rebuilt. */
async function joins(email: string, shard: number): Promise<void> {
  const candidateId = await member(here, email);
  const [joined] = await here.items({ candidateId, type: "candidate.joined" });
  const entry = logged(candidateId, String(joined?.eventId), ofEvent("candidate.joined", joined ?? {}));
  let batchId = newId("bat");
  while (shardOf(batchId) !== shard) batchId = newId("bat");
  expect(await entry.stamp(batchId)).toBe(batchId);
  expect(await commitBatch(batchId, [entry])).toBe(true);
}

const reading = ({ name, text }: { name: string; text: string }) =>
  name === "BatchGetItemCommand" && text.includes("$metric");

test.each([
  ["is compared", reading, 1],
  ["was gone through again", reading, 3],
  ["is put right", putting, 1],
] as const)(
  "what is counted while a figure %s is not lost, and not counted twice",
  async (when, meant, nth) => {
    const [, place] = await planted();
    let met = 0;
    const then = (command: Parameters<typeof putting>[0]) => meant(command) && ++met === nth;
    const meanwhile = async (send: () => Promise<unknown>) => {
      await joins(`${when.replaceAll(" ", "-")}@example.org`, place?.shard ?? 0);
      return send();
    };
    expect((await intercept(then, meanwhile, () => rebuilt(true))).status).toBe("fulfilled");
    await expectLog();
  },
);
