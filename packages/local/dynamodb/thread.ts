import { MessageChannel, type MessagePort } from "node:worker_threads";
import type { Table } from "../../../infra/table.ts";
import type { MovableClock } from "../clock/index.ts";
import type { Hop, Journal } from "../journal/index.ts";
import { startThread } from "../thread/index.ts";
import { type Recorded, sequenceOf } from "./feed.ts";
import { followFeed } from "./follow-feed.ts";
import type { DynamoDb } from "./index.ts";

export interface ThreadOptions {
  readonly path: string;
  readonly table: Table;
  readonly clock: Pick<MovableClock, "memory">;
  readonly journal: Pick<Journal, "note">;
}

/** What the thread is started with. */
export interface Given extends Pick<ThreadOptions, "path" | "table"> {
  readonly clock: SharedArrayBuffer;
  /** Holds the newest sequence number that is on disk: whoever had a write acknowledged finds it counted here. */
  readonly newest: SharedArrayBuffer;
}

/** What it tells by itself: what was written, and what the journal says of that. */
export interface News {
  readonly hops: readonly Hop[];
  readonly added: readonly Recorded[];
}

export interface DynamoDbThread extends DynamoDb {
  /** A way to the table for another thread, which hands its requests on without a socket. */
  connect(): Promise<MessagePort>;
}

/** The table in a thread of its own: it and the functions that call it each have a core. */
export async function startDynamoDbThread(options: ThreadOptions): Promise<DynamoDbThread> {
  const { path, table, clock, journal } = options;
  const newest = new BigUint64Array(new SharedArrayBuffer(8));
  const data: Given = { path, table, clock: clock.memory, newest: newest.buffer };
  const { heard, feed } = followFeed({
    last: () => sequenceOf(Number(Atomics.load(newest, 0))),
    texts: (after, limit) => thread.call<string[]>("texts", after, limit),
    trim: (upTo) => thread.call("trim", upTo),
  });
  const thread = await startThread(new URL("worker.ts", import.meta.url), {
    data,
    // What was written comes before what follows from it.
    hears: { appended: ({ hops, added }: News) => heard(added, () => hops.forEach(journal.note)) },
  });
  return {
    endpoint: await thread.call("endpoint"),
    async connect() {
      const { port1: ours, port2: theirs } = new MessageChannel();
      await thread.hand("connect", theirs);
      return ours;
    },
    feed,
    sweep: () => thread.call("sweep"),
    compact: () => thread.call("compact"),
    nextDue: async () => undefined,
    idle: () => thread.call("idle"),
    async stop() {
      await thread.call("stop");
      await thread.stop();
    },
  };
}
