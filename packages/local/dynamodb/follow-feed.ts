import { type Recorded, recordFrom } from "./feed.ts";
import type { DynamoDb } from "./index.ts";
import { createRecent } from "./recent.ts";

/** The feed where it is. */
interface There {
  /** The newest sequence number that is on disk. */
  readonly last: () => string;
  readonly texts: (after: string, limit: number) => Promise<string[]>;
  readonly trim: DynamoDb["feed"]["trim"];
}

/** The feed of another thread, which tells what it adds: whoever keeps up reads it here. */
export function followFeed({ last, texts, trim }: There) {
  const listeners = new Set<(added: readonly Recorded[]) => void>();
  const recent = createRecent();
  let next = Promise.withResolvers<void>();

  /** @param before what is done before anybody hears of it */
  function heard(added: readonly Recorded[], before: () => void) {
    recent.add(added);
    next.resolve();
    next = Promise.withResolvers();
    before();
    for (const listener of listeners) listener(added);
  }
  async function read(after: string, limit: number): Promise<string[]> {
    const held = recent.after(after, limit);
    if (held) return held;
    if (!recent.covers(after) || after >= last()) return texts(after, limit);
    // It is on its way here.
    await next.promise;
    return read(after, limit);
  }
  const feed: DynamoDb["feed"] = {
    texts,
    last,
    read: async (after, limit) => (await read(after, limit)).map(recordFrom),
    trim(upTo) {
      recent.drop(upTo);
      return trim(upTo);
    },
    onAppend(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  return { heard, feed };
}
