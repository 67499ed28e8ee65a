import type { Change } from "./change.ts";
import { type Disk, keys, type Op } from "./disk.ts";
import type { FeedWriter } from "./feed.ts";

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
  readonly feed: FeedWriter;
  readonly clock: { ms(): number };
  /** Operations that keep track of when the item expires. */
  readonly expiry: (change: Change) => readonly Op[];
  readonly note: (change: Change) => void;
}

export function createCommit({ disk, feed, clock, expiry, note }: Options): Commit {
  let waiting: Waiting[] = [];
  let writing = false;

  function opsOf(change: Change, now: number): Op[] {
    const key = keys.item(change.key);
    const item: Op = change.next ? { type: "put", key, value: change.next.json } : { type: "del", key };
    return [item, ...change.index, ...expiry(change), feed.recordOf(change, now)];
  }

  async function write(group: readonly Waiting[]) {
    const now = clock.ms();
    const changes = group.flatMap((each) => each.changes.filter((change) => !change.same));
    const ops = [...changes.flatMap((change) => opsOf(change, now)), ...group.flatMap((each) => each.extra)];
    try {
      if (ops.length > 0) await disk.batch(ops);
    } catch (error) {
      for (const each of group) each.failed(error);
      return;
    }
    for (const each of group) each.done();
    changes.forEach(note);
    feed.appended();
  }

  async function drain() {
    writing = true;
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
      if (!writing) void drain();
    });
}
