import type { Change } from "./change.ts";
import { type Disk, keys, type Op } from "./disk.ts";
import { type FeedWriter, recordOp } from "./feed.ts";

/**
 * Writes changes, each with its index rows, its expiry and its feed record, in one atomic LevelDB batch. Whatever
 * arrives while a batch is being written goes into the next one: batches never overlap, so the feed is on disk in the
 * order of its numbers and a reader can't pass a record that is still on its way. Resolves once on disk.
 */
export type Commit = (changes: readonly Change[], extra?: readonly Op[]) => Promise<void>;

interface Waiting {
  readonly changes: readonly Change[];
  readonly extra: readonly Op[];
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

interface Options {
  readonly disk: Disk;
  readonly feed: Pick<FeedWriter, "recordOf" | "appended">;
  readonly clock: { ms(): number };
  /** Operations that keep track of when the item expires. */
  readonly expiry: (change: Change) => readonly Op[];
  readonly note: (change: Change) => void;
}

export function createCommit({ disk, feed, clock, expiry, note }: Options): Commit {
  let waiting: Waiting[] = [];
  let writing = false;

  function opsOf(change: Change): Op[] {
    const key = keys.item(change.key);
    const item: Op = change.next ? { type: "put", key, value: change.next.json } : { type: "del", key };
    return [item, ...change.index, ...expiry(change)];
  }

  async function write(group: readonly Waiting[]) {
    const now = clock.ms();
    const changes = group.flatMap((each) => each.changes.filter((change) => !change.same));
    const records = changes.map((change) => feed.recordOf(change, now));
    const ops = [...changes.flatMap(opsOf), ...records.map(recordOp), ...group.flatMap((each) => each.extra)];
    try {
      if (ops.length > 0) await disk.batch(ops);
    } catch (error) {
      for (const each of group) each.failed(error);
      return;
    }
    for (const each of group) each.done();
    changes.forEach(note);
    feed.appended(records);
  }

  async function drain() {
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      await write(group);
    }
    writing = false;
  }

  return (changes, extra = []) =>
    new Promise((done, failed) => {
      waiting.push({ changes, extra, done, failed });
      if (writing) return;
      writing = true;
      // What was asked together is written together.
      setImmediate(drain);
    });
}
