import { Clock } from "../clock.ts";
import { newId } from "../id.ts";
import { entities } from "../service.ts";
import { commitBatch, type Entry, fold } from "./fold.ts";

/** Longer than any worker lives (Lambda: 15 minutes): whoever opened a tally before that is dead. */
const LEFT_MS = 16 * 60_000;

/** A tally as it is on record while it is open. */
export interface Open {
  readonly scope: string;
  readonly batchId: string;
  readonly candidateIds: readonly string[];
}

/** Writes entries with the batch that will count them, so that nobody has to stamp them afterwards, and counts them together. */
export interface Tally {
  /**
   * Runs one write that stamps its entry with the batch; answers whether it was applied. Of one that throws nobody knows whether it was:
   * then what was written is looked at before it is counted.
   */
  write(run: (batchId: string) => Promise<boolean>, entry: () => Entry): Promise<boolean>;
  /** Counts what was written. To be called however the work ended. */
  close(): Promise<void>;
}

/** Finds what these people's entries hold of a batch whose writer died. */
export type Find = (open: Open) => Promise<readonly Entry[]>;

/**
 * A batch of the counter protocol (fold.ts) that is taken before its entries are written. That it is open is on record with the people it
 * may touch, so that if its writer dies whoever comes later (`recount`) finds what it stamped.
 */
export function openTally(scope: string, candidateIds: readonly string[], find: Find): Tally {
  const open: Open = { scope, batchId: newId("bat"), candidateIds };
  const entries: Entry[] = [];
  let recorded: Promise<unknown> | undefined;
  let inDoubt = 0;

  async function write(run: (batchId: string) => Promise<boolean>, entry: () => Entry): Promise<boolean> {
    recorded ??= entities.tally.create({ ...open, at: Clock.iso() }).go();
    await recorded;
    inDoubt += 1;
    const ours = (await run(open.batchId)) || (await entry().holder()) === open.batchId;
    inDoubt -= 1;
    if (ours) entries.push(entry());
    return ours;
  }
  async function close(): Promise<void> {
    if (recorded === undefined) return;
    await recorded;
    const done: Parameters<typeof commitBatch>[2] = ({ tally }) => [
      tally.delete({ scope, batchId: open.batchId }).commit(),
    ];
    if (inDoubt === 0 && (await commitBatch(open.batchId, entries, done))) return;
    await again(open, find);
  }
  return { write, close };
}

/** Counts what writers left behind that died before they could. Answers whether others still write. */
export async function recount(scope: string, find: Find): Promise<boolean> {
  const { data } = await entities.tally.query.primary({ scope }).go({ pages: "all", consistent: true });
  const before = new Date(Clock.ms() - LEFT_MS).toISOString();
  const left = data.filter(({ at }) => at < before);
  for (const { batchId, candidateIds } of left)
    await again({ scope, batchId, candidateIds: candidateIds as readonly string[] }, find);
  return left.length < data.length;
}

/** The common way: other batches stamp anew what this one holds, and it can't be committed any more. */
async function again(open: Open, find: Find): Promise<void> {
  await fold(await find(open));
  const { scope, batchId } = open;
  await entities.tally.delete({ scope, batchId }).go();
}
