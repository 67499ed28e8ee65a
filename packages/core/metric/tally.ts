import { Clock } from "../clock.ts";
import { newId } from "../id.ts";
import { entities } from "../service.ts";
import { commitBatch, type Entry, fold } from "./fold.ts";

/** Longer than any worker lives (Lambda: 15 minutes): whoever opened a tally before that is dead. */
const LEFT_MS = 16 * 60_000;

/** More would not fit the transaction that counts them, with a counter for each step and hour. */
const MOST = 100;
/** Figures are shown while the work goes on. */
const SPAN_MS = 10_000;

/** A batch as it is on record while it is open. */
export interface Open {
  readonly scope: string;
  readonly batchId: string;
  /** The shards of whom it may touch. */
  readonly shards: readonly number[];
  readonly at: string;
}

/** Writes entries with the batch that will count them, so that nobody has to stamp them afterwards, and counts them together. */
export interface Tally {
  /**
   * Runs one write that stamps its entry with a batch; answers whether it was applied. Of one that throws nobody knows whether it was:
   * then what was written is looked at before it is counted.
   */
  write(run: (batchId: string) => Promise<boolean>, entry: () => Entry): Promise<boolean>;
  /** Counts what is not counted yet. To be called however the work ended. */
  close(): Promise<void>;
}

/** Finds which entries an open batch was stamped into. */
export type Find = (open: Open) => Promise<readonly Entry[]>;

/**
 * Batches of the counter protocol (fold.ts) that are taken before their entries are written, one after the other. That one is open is
 * on record with the shards it may touch, so that if its writer dies whoever comes later (`recount`) finds what it stamped.
 */
export function openTally(scope: string, shards: readonly number[], find: Find): Tally {
  let batch: Batch | undefined;
  const closing: Promise<void>[] = [];

  function turn(): void {
    if (!batch) return;
    closing.push(batch.close());
    // It is told by `close`.
    closing.at(-1)?.catch(() => undefined);
    batch = undefined;
  }
  return {
    write(run, entry) {
      if (batch?.isFull()) turn();
      batch ??= openBatch({ scope, shards, batchId: newId("bat"), at: Clock.iso() }, find);
      return batch.write(run, entry);
    },
    async close() {
      turn();
      await Promise.all(closing);
    },
  };
}

type Batch = ReturnType<typeof openBatch>;

function openBatch(open: Open, find: Find) {
  const recorded = entities.tally.create({ ...open }).go();
  const entries: Entry[] = [];
  const writing = new Set<Promise<boolean>>();
  let [begun, inDoubt] = [0, 0];

  async function stamped(run: (batchId: string) => Promise<boolean>, entry: () => Entry): Promise<boolean> {
    await recorded;
    inDoubt += 1;
    const ours = (await run(open.batchId)) || (await entry().holder()) === open.batchId;
    inDoubt -= 1;
    if (ours) entries.push(entry());
    return ours;
  }
  return {
    isFull: () => begun >= MOST || Clock.ms() - Date.parse(open.at) > SPAN_MS,
    write(run: (batchId: string) => Promise<boolean>, entry: () => Entry): Promise<boolean> {
      begun += 1;
      const write = stamped(run, entry);
      writing.add(write);
      return write.finally(() => writing.delete(write));
    },
    async close(): Promise<void> {
      await Promise.allSettled(writing);
      await recorded;
      const { scope, batchId } = open;
      const gone: Parameters<typeof commitBatch>[2] = ({ tally }) => [
        tally.delete({ scope, batchId }).commit(),
      ];
      if (inDoubt === 0 && (await commitBatch(batchId, entries, gone))) return;
      // It stays on record: what the indexes do not show yet, or is still on its way, is found by `recount`.
      await countAnew(open, find);
    },
  };
}

/**
 * Counts by other batches what this one holds. They are on record before they stamp anything: whoever dies between stamping and counting
 * would leave entries that hold a batch which nobody looks for.
 */
async function countAnew(open: Open, find: Find): Promise<void> {
  const { scope } = open;
  const others: string[] = [];
  await fold(await find(open), (batchId) => {
    others.push(batchId);
    return entities.tally.create({ ...open, batchId }).go();
  });
  await Promise.all(others.map((batchId) => entities.tally.delete({ scope, batchId }).go()));
}

/**
 * Counts what writers left behind that died before they could. Answers when to come again, in epoch milliseconds: others may still write,
 * or may have died a moment ago.
 */
export async function recount(scope: string, find: Find): Promise<number | undefined> {
  const { data } = await entities.tally.query.primary({ scope }).go({ pages: "all" });
  const before = new Date(Clock.ms() - LEFT_MS).toISOString();
  const [left, open] = [data.filter(({ at }) => at < before), data.filter(({ at }) => at >= before)];
  for (const { shards, ...one } of left) await again({ ...one, shards: shards as readonly number[] }, find);
  const [first] = open.map(({ at }) => Date.parse(at)).sort((a, b) => a - b);
  return first === undefined ? undefined : first + LEFT_MS + 1;
}

/** The common way: other batches stamp anew what this one holds, and it can't be committed any more. */
async function again(open: Open, find: Find): Promise<void> {
  await countAnew(open, find);
  const { scope, batchId } = open;
  await entities.tally.delete({ scope, batchId }).go();
}
