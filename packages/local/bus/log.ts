import { z } from "zod";
import { traceOf } from "../journal/trace.ts";
import { room, type Store } from "../store.ts";
import type { Envelope } from "./envelope.ts";

/** One event in the log, with the rules it matched. */
export interface Logged {
  readonly seq: number;
  readonly bus: string;
  readonly rules: readonly string[];
  readonly trace?: string;
  readonly envelope: Envelope;
}

const KEEP = 5_000;
const key = (seq: number) => String(seq).padStart(12, "0");

/** The last 5,000 events, for people to look at. */
export async function openLog(store: Store) {
  const kept = room<Logged>(store, "bus-log");
  const [last] = await kept.keys({ reverse: true, limit: 1 }).all();
  let seq = last === undefined ? 0 : Number(last);
  return {
    /** The writes that log an event, for the batch that takes it in. */
    writes(bus: string, envelope: Envelope, rules: readonly string[]) {
      seq += 1;
      const trace = traceOf(envelope);
      const value = {
        seq,
        bus,
        rules,
        envelope: impersonal(envelope),
        ...(trace === undefined ? {} : { trace }),
      };
      return [
        { type: "put", sublevel: kept, key: key(seq), value } as const,
        ...(seq > KEEP ? [{ type: "del", sublevel: kept, key: key(seq - KEEP) } as const] : []),
      ];
    },
    /** Newest first; of one trace when given. */
    async recent({ limit = 100, trace }: { readonly limit?: number; readonly trace?: string } = {}) {
      const found: Logged[] = [];
      for await (const entry of kept.values({ reverse: true })) {
        if (trace !== undefined && entry.trace !== trace) continue;
        found.push(entry);
        if (found.length >= limit) break;
      }
      return found;
    },
  };
}

export type Log = Awaited<ReturnType<typeof openLog>>;

const Mail = z.object({
  eventType: z.string().optional(),
  mail: z.object({
    timestamp: z.string(),
    messageId: z.string(),
    tags: z.record(z.string(), z.array(z.string())),
  }),
});

/**
 * The event without what names a person. Our own events carry ids only; those of SES carry addresses, subjects, links and
 * IP addresses, which must not outlive an erasure in a log.
 */
function impersonal(envelope: Envelope): Envelope {
  if (!envelope.source.startsWith("aws.")) return envelope;
  return { ...envelope, detail: Mail.safeParse(envelope.detail).data ?? {} };
}
