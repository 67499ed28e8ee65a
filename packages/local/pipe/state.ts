import type { StreamRecord } from "../dynamodb/index.ts";
import { room, type Store } from "../store.ts";
import type { Failed } from "./deliver.ts";

/** A record that nothing could be done with, kept until somebody tries it again. It holds the item's images. */
export interface DeadLetter {
  /** The record's sequence number. */
  readonly id: string;
  /** ISO 8601, by the movable clock. */
  readonly at: string;
  readonly error: string;
  readonly record: StreamRecord;
}

/** What the pipe remembers over a restart. */
export interface State {
  /** Sequence number of the last record that is done with, `""` before the first. */
  cursor(): string;
  /** Moves the cursor, and keeps what failed on the way, in one write. */
  advance(to: string, failed: readonly Failed<StreamRecord>[], at: string): Promise<void>;
  dead(): Promise<DeadLetter[]>;
  forget(id: string): Promise<void>;
}

export async function openState(store: Store): Promise<State> {
  const cursors = room<string>(store, "pipe");
  const letters = room<DeadLetter>(store, "pipe-dead");
  let cursor = (await cursors.get("cursor")) ?? "";
  return {
    cursor: () => cursor,
    async advance(to, failed, at) {
      const dead = failed.map(({ record, error }): DeadLetter => {
        return { id: record.dynamodb.SequenceNumber, at, error, record };
      });
      const ops = [
        { type: "put" as const, sublevel: cursors, key: "cursor", value: to },
        ...dead.map((value) => ({ type: "put" as const, sublevel: letters, key: value.id, value })),
      ];
      await store.batch<string, unknown>(ops, {});
      cursor = to;
    },
    dead: () => letters.values().all(),
    forget: (id) => letters.del(id),
  };
}
