import type { StreamRecord } from "../dynamodb/index.ts";
import type { Journal } from "../journal/index.ts";
import type { Meter } from "../meter/index.ts";
import { chunks } from "../meter/reading.ts";
import { type Enriched, enrichedFrom, entryOf, type PutEntry } from "./entry.ts";

export interface Target {
  /** Invokes the enrichment function; its answer is checked here. */
  readonly enrich: (records: readonly StreamRecord[]) => Promise<unknown>;
  /** PutEvents on the bus; rejects when any entry was not taken. */
  readonly put: (entries: readonly PutEntry[]) => Promise<void>;
  readonly journal: Pick<Journal, "note">;
  readonly meter?: Meter;
}

/** PutEvents takes ten entries (EventBridge API reference). */
const ENTRIES = 10;
const IDS = ["eventId", "messageId", "enrolmentId", "candidateId"];

/** Enriches a batch and puts what comes of it on the bus. */
export async function send(batch: readonly StreamRecord[], bus: string, target: Target) {
  const { enrich, put, journal, meter } = target;
  const events = enrichedFrom(await enrich(batch));
  for (let from = 0; from < events.length; from += ENTRIES)
    await put(events.slice(from, from + ENTRIES).map((event) => entryOf(event, bus)));
  for (const event of events) note(journal, event);
  for (const record of batch)
    meter?.("pipes.request", chunks(Buffer.byteLength(JSON.stringify(record))), record.eventName ?? "");
}

function note(journal: Target["journal"], { "detail-type": what, detail }: Enriched) {
  const { trace } = detail;
  if (typeof trace !== "string") return;
  const id = IDS.map((name) => detail[name]).find((value) => typeof value === "string") ?? "";
  journal.note({ trace, room: "pipe", what, id: String(id) });
}
