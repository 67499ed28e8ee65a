import { applied } from "../commit.ts";

/** The three conditional operations by which an item holds the batch that counts it. */
export interface Stamps {
  /** Writes the batch where there is none. */
  set(batchId: string): Promise<unknown>;
  /** Writes the batch where there is exactly `from`. */
  swap(batchId: string, from: string): Promise<unknown>;
  /** The batch it holds, read strongly; undefined when the item is gone. */
  holder(): Promise<string | undefined>;
}

/** An item that is gone (a person's row that expired) is counted by nobody. */
export const GONE = "gone";

/** Turns the operations into the two moves of the counter protocol. */
export function stamping({ set, swap, holder }: Stamps) {
  return {
    holder,
    stamp: async (batchId: string) => ((await applied(set(batchId))) ? batchId : ((await holder()) ?? GONE)),
    restamp: (batchId: string, from: string) => applied(swap(batchId, from)),
  };
}
