import { afterEach, expect, test } from "vitest";
import { arriving, arrivingTwofold } from "../../packages/core/event/stamp.ts";
import { derivedId } from "../../packages/core/id.ts";
import { COUNTERS, fold } from "../../packages/core/metric/index.ts";
import { entriesOf } from "./support/fold/entries.ts";
import { withoutAbortRecord, withoutConditionOnRestamp } from "./support/fold/sabotage.ts";
import { raise, type Sabotage } from "./support/fold/stage.ts";
import { trial } from "./support/fold/trial.ts";
import { table } from "./support/table.ts";

const here = table();
let take = () => {};
afterEach(() => take());

const AT_ONCE = 6;
const LONG = 90_000;

/** Runs trials with these seeds, a few side by side; answers the seeds whose counters came out wrong. */
async function wrong(first: number, count: number, sabotage?: Sabotage): Promise<number[]> {
  const seeds = Array.from({ length: count }, (_, index) => first + index);
  const made = new Map<number, Record<string, number>>();
  const waiting = [...seeds];
  take = raise(sabotage);
  const lane = async () => {
    for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) {
      const { messages, wanted } = await entriesOf(seed);
      made.set(seed, wanted);
      await trial(seed, messages);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  const counted = await sums();
  return seeds.filter((seed) => {
    const wanted = made.get(seed) ?? {};
    return COUNTERS.some((counter) => {
      const name = `trial/${seed} ${counter}`;
      return (counted.get(name) ?? 0) !== (wanted[name] ?? 0);
    });
  });
}

/** Every counter in the table, its shards added up. */
async function sums(): Promise<Map<string, number>> {
  const total = new Map<string, number>();
  for (const item of await here.items({ __edb_e__: "metric" }))
    for (const counter of COUNTERS) {
      const name = `${item.scope} ${counter}`;
      total.set(name, (total.get(name) ?? 0) + Number(item[counter] ?? 0));
    }
  return total;
}

test(
  "whatever dies, freezes, is lost, doubled or shuffled: everything is counted exactly once",
  async () => {
    expect(await wrong(1, 80)).toEqual([]);
  },
  LONG,
);

test(
  "the trials are hard enough: without the abort record the counts come out wrong",
  async () => {
    expect(await wrong(10_000, 8, withoutAbortRecord)).not.toEqual([]);
  },
  LONG,
);

test(
  "and so they do when an entry is stamped again without looking",
  async () => {
    expect(await wrong(20_000, 8, withoutConditionOnRestamp)).not.toEqual([]);
  },
  LONG,
);

test(
  "what one write stamped for two counts is not parted, however many counters lie between",
  async () => {
    const at = "2026-03-02T09:00:00.000Z";
    const scope = "apart";
    const draft = (n: number) => ({
      ...{ eventId: derivedId("evt", scope, n), candidateId: derivedId("cnd", scope), type: "test" },
      ...{ at, actor: "test", trace: "test", data: {} },
    });
    const added = (period: string) => [{ scope, period, counter: "opensRaw" as const }];
    const told = Array.from({ length: 60 }, (_, n) =>
      arrivingTwofold(draft(n), added(`raw ${n}`), added(`human ${n}`)),
    );
    await fold([arriving(draft(-1), added("odd")), ...told.flat()]);
    expect((await sums()).get(`${scope} opensRaw`)).toBe(121);
  },
  LONG,
);
