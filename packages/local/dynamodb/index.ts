import type { Table } from "../../../infra/table.ts";
import type { MovableClock } from "../clock/index.ts";
import { lagging } from "../faults/lag.ts";
import type { Journal } from "../journal/index.ts";
import { metered } from "../meter/dynamodb.ts";
import type { Meter } from "../meter/index.ts";
import type { Service } from "../service.ts";
import { batchWrite } from "./batch-write.ts";
import { type Commit, createCommit } from "./commit.ts";
import { compact } from "./compact.ts";
import { describes } from "./describe.ts";
import { type Disk, metaOp, openDisk, readMeta } from "./disk.ts";
import { type Feed, type FeedWriter, openFeed } from "./feed.ts";
import { createGate, type Gate } from "./gate.ts";
import type { Layer } from "./layer.ts";
import { createLocks } from "./lock.ts";
import { noteChange } from "./note.ts";
import { reads } from "./read.ts";
import { reindex } from "./reindex.ts";
import { singleWrites } from "./single-write.ts";
import { sweep, sweepHourly } from "./sweep.ts";
import { describe } from "./table.ts";
import { openTokens } from "./token.ts";
import { transactGet } from "./transact-get.ts";
import { transactWrite } from "./transact-write.ts";
import { openTtl } from "./ttl.ts";
import { type Reply, replier, serve } from "./wire.ts";

export type { Feed, StreamRecord } from "./feed.ts";

export interface DynamoDbOptions {
  /** Directory of the table's LevelDB. */
  readonly path: string;
  readonly table: Table;
  readonly clock: Pick<MovableClock, "ms">;
  readonly journal: Pick<Journal, "note">;
  readonly meter?: Meter;
}

/** The table in this thread. */
export interface OpenDynamoDb extends DynamoDb {
  /** Answers as the endpoint does. */
  readonly reply: Reply;
}

export interface DynamoDb extends Service {
  readonly endpoint: string;
  readonly feed: Feed;
  /** Deletes what has expired now; answers how many items. It also happens by itself, once a virtual hour. */
  sweep(): Promise<number>;
  /** Makes deleted values vanish from the data directory; requests wait meanwhile. */
  compact(): Promise<void>;
}

/** DynamoDB with the one table of `infra/table.ts`, which it creates when it is not there yet. */
export async function startDynamoDb({
  path,
  table: spec,
  clock,
  journal,
  meter,
}: DynamoDbOptions): Promise<OpenDynamoDb> {
  const disk = lagging(await openDisk(path));
  const table = describe(spec, await createdAt(disk, clock));
  await reindex(disk, table);
  const [feed, ttl, tokens] = [
    await openFeed(disk, table),
    await openTtl(disk, spec.ttl),
    await openTokens(disk, clock),
  ];
  const note = (change: Parameters<typeof noteChange>[1]) => noteChange(journal, change);
  const commit = createCommit({ disk, feed, clock, expiry: ttl.ops, note });
  const layer: Layer = { disk, table, locks: createLocks(), commit, clock };
  const gate = createGate();
  const operations = {
    ...reads(layer),
    ...singleWrites(layer),
    BatchWriteItem: batchWrite(layer),
    TransactWriteItems: transactWrite(layer, tokens),
    TransactGetItems: transactGet(layer),
    ...describes(layer, ttl),
  };
  const reply = replier(meter ? metered(operations, meter) : operations, gate);
  const server = await serve(reply);
  const sweeper = sweepHourly(layer, ttl, gate);
  return {
    endpoint: server.origin,
    reply,
    feed: gated(feed, commit, gate),
    sweep: () => gate.pass(() => sweep(layer, ttl)),
    compact: () => gate.alone(() => compact(disk)),
    nextDue: async () => undefined,
    idle: async () => gate.empty(),
    async stop() {
      await server.close();
      await sweeper.stop();
      await gate.alone(() => disk.close());
    },
  };
}

async function createdAt(disk: Disk, clock: Pick<MovableClock, "ms">): Promise<number> {
  const known = await readMeta<number>(disk, "created");
  if (known !== undefined) return known;
  const now = clock.ms();
  await disk.batch([metaOp("created", now)]);
  return now;
}

function gated(feed: FeedWriter, commit: Commit, gate: Gate): Feed {
  const { last, onAppend } = feed;
  // With whatever is written next: a trim alone would be a batch of its own each time.
  async function trim(upTo: string) {
    await commit([], feed.trimOps(upTo));
    feed.trimmed(upTo);
  }
  return {
    last,
    onAppend,
    read: (after, limit) => gate.pass(() => feed.read(after, limit)),
    texts: (after, limit) => gate.pass(() => feed.texts(after, limit)),
    trim: (upTo) => gate.pass(() => trim(upTo)),
  };
}
