import type { Recorded } from "./feed.ts";

/** The newest records of a feed: whoever keeps up with it need not ask another thread for each. */
export interface Recent {
  add(records: readonly Recorded[]): void;
  /** Forgets everything up to and including a sequence number. */
  drop(upTo: string): void;
  /** True when whatever comes after a sequence number is here, or will be added. */
  covers(at: string): boolean;
  /** The texts after a sequence number, oldest first; undefined when only the feed itself knows. */
  after(at: string, limit: number): string[] | undefined;
}

/** Nobody may be following. */
const KEEP = 2000;

export function createRecent(): Recent {
  let held: readonly Recorded[] = [];
  /** From this number on nothing is missing. */
  let whole = Number.POSITIVE_INFINITY;
  const covers = (at: string) => Number(at) + 1 >= whole;

  return {
    covers,
    add(records) {
      const all = [...held, ...records];
      held = all.slice(-KEEP);
      const [first] = all.length > KEEP ? held : records;
      if (first) whole = all.length > KEEP ? Number(first.at) : Math.min(whole, Number(first.at));
    },
    drop(upTo) {
      held = held.filter(({ at }) => at > upTo);
      whole = Math.max(whole, Number(upTo) + 1);
    },
    after(at, limit) {
      const start = !covers(at) ? -1 : held.findIndex((record) => record.at > at);
      return start < 0 ? undefined : held.slice(start, start + limit).map(({ text }) => text);
    },
  };
}
