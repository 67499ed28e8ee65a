import { isConditionFailure } from "../commit.ts";

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
  const done = async (write: Promise<unknown>) => {
    try {
      await write;
      return true;
    } catch (error) {
      if (isConditionFailure(error)) return false;
      throw error;
    }
  };
  return {
    stamp: async (batchId: string) => ((await done(set(batchId))) ? batchId : ((await holder()) ?? GONE)),
    restamp: (batchId: string, from: string) => done(swap(batchId, from)),
  };
}
