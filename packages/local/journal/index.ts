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

/** Hops that come close together are written together. */
const GATHER_MS = 20;

export async function openJournal(store: Store, clock: MovableClock): Promise<Journal> {
  const kept = room<Entry>(store, "journal");
  const [last] = await kept.keys({ reverse: true, limit: 1 }).all();
  let seq = last === undefined ? 0 : Number(last);
  let gathered: Entry[] = [];
  let written = Promise.resolve();

  /** The journal is for people to look at: a hop lost in a crash is not repeated, so writes are not awaited. */
  function note(hop: Hop) {
    seq += 1;
    gathered.push({ ...hop, seq, at: clock.iso() });
    if (gathered.length === 1) setTimeout(() => void write().catch(() => undefined), GATHER_MS).unref();
  }
  /** One after the other, so that who looks waits for what is being written as well. */
  function write(): Promise<void> {
    written = written.catch(() => undefined).then(put);
    return written;
  }
  async function put() {
    const entries = gathered;
    gathered = [];
    await kept.batch([
      ...entries.map((value) => ({ type: "put" as const, key: key(value.seq), value })),
      ...entries
        .filter(({ seq: at }) => at > KEEP)
        .map(({ seq: at }) => ({ type: "del" as const, key: key(at - KEEP) })),
    ]);
  }
  async function list({ trace, limit = 200 }: { trace?: string; limit?: number } = {}) {
    await write();
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
