import type { Feed, StreamRecord } from "../dynamodb/index.ts";
import { deliver, type Options } from "./deliver.ts";
import type { State } from "./state.ts";

const READ = 100;

export interface Following extends Options<StreamRecord> {
  readonly feed: Feed;
  readonly state: State;
  readonly batch: number;
  readonly fits: (record: StreamRecord) => boolean;
  readonly clock: { iso(): string };
  readonly stopped: () => boolean;
}

/**
 * Reads the feed up to its end, delivers what fits in batches, moves the cursor after each and trims the feed after each reading.
 * Returns early when the delivery was given up.
 */
export async function follow(options: Following): Promise<void> {
  const { feed, state, batch: size, fits } = options;
  for (let at = state.cursor(); at < feed.last() && !options.stopped(); ) {
    const end = feed.last();
    const records = await feed.read(at, READ);
    let batch: StreamRecord[] = [];
    for (const record of records) {
      if (fits(record)) batch.push(record);
      if (batch.length < size) continue;
      if (!(await pass(options, batch, record.dynamodb.SequenceNumber))) return;
      batch = [];
    }
    at = records.at(-1)?.dynamodb.SequenceNumber ?? end;
    if (!(await pass(options, batch, at))) return;
    await feed.trim(at);
  }
}

/** Delivers some records and moves past them; false when given up, with the cursor where it was. */
async function pass(options: Following, batch: readonly StreamRecord[], upTo: string): Promise<boolean> {
  const { state, clock } = options;
  const failed = batch.length === 0 ? [] : await deliver(batch, options);
  if (failed === undefined) return false;
  await state.advance(upTo, failed, clock.iso());
  return true;
}
