import type { MovableClock } from "../clock/index.ts";
import { room, type Store } from "../store.ts";

/** One hop of something through the local cloud: ids only, never a name, an address, a subject or a token. */
export interface Hop {
  readonly trace: string;
  /** Which room saw it: http, table, pipe, bus, queue, lambda, workflow, email, scheduler. */
  readonly room: string;
  readonly what: string;
  readonly id: string;
}
export interface Entry extends Hop {
  readonly seq: number;
  readonly at: string;
}

export interface Journal {
  note(hop: Hop): void;
  /** Newest first; of one trace when given. */
  list(options?: { trace?: string; limit?: number }): Promise<Entry[]>;
}

const KEEP = 20_000;
const key = (seq: number) => String(seq).padStart(12, "0");

export async function openJournal(store: Store, clock: MovableClock): Promise<Journal> {
  const kept = room<Entry>(store, "journal");
  const [last] = await kept.keys({ reverse: true, limit: 1 }).all();
  let seq = last === undefined ? 0 : Number(last);

  /** The journal is for people to look at: a hop lost in a crash is not repeated, so writes are not awaited. */
  function note(hop: Hop) {
    seq += 1;
    const entry = { ...hop, seq, at: clock.iso() };
    const stale = seq > KEEP ? [{ type: "del" as const, key: key(seq - KEEP) }] : [];
    void kept.batch([{ type: "put", key: key(seq), value: entry }, ...stale]).catch(() => undefined);
  }
  async function list({ trace, limit = 200 }: { trace?: string; limit?: number } = {}) {
    const found: Entry[] = [];
    for await (const entry of kept.values({ reverse: true })) {
      if (trace !== undefined && entry.trace !== trace) continue;
      found.push(entry);
      if (found.length === limit) break;
    }
    return found;
  }
  return { note, list };
}
