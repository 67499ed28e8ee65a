import type { Recorded } from "./feed.ts";

/** The newest records of a feed: whoever keeps up with it need not ask another thread for each. */
export interface Recent {
  add(records: readonly Recorded[]): void;
  /** Forgets everything up to and including a sequence number. */
  drop(upTo: string): void;
  /** The texts after a sequence number, oldest first; undefined when only the feed itself knows. */
  after(at: string, limit: number): string[] | undefined;
}

/** Nobody may be following. */
const KEEP = 2000;

export function createRecent(): Recent {
  let held: readonly Recorded[] = [];
  /** From this number on nothing is missing. */
  let whole = Number.POSITIVE_INFINITY;

  return {
    add(records) {
      held = [...held, ...records].slice(-KEEP);
      whole = Math.max(Math.min(whole, Number(records[0]?.at ?? whole)), Number(held[0]?.at ?? 0));
    },
    drop(upTo) {
      held = held.filter(({ at }) => at > upTo);
    },
    after(at, limit) {
      const start = Number(at) + 1 < whole ? -1 : held.findIndex((record) => record.at > at);
      return start < 0 ? undefined : held.slice(start, start + limit).map(({ text }) => text);
    },
  };
}
