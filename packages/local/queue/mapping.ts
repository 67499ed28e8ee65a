import type { Queue } from "../../../infra/bus.ts";
import type { MovableClock } from "../clock/index.ts";
import type { Journal } from "../journal/index.ts";
import { traceOf } from "../journal/trace.ts";
import type { Meter } from "../meter/index.ts";
import { chunks } from "../meter/reading.ts";
import type { Box } from "./box.ts";
import { type Message, receiptOf } from "./message.ts";
import { failedIn, recordOf } from "./record.ts";

export type Invoke = (
  name: string,
  event: unknown,
  options?: { readonly trace?: string },
) => Promise<unknown>;

interface MappingOptions {
  readonly box: Box;
  readonly spec: Queue;
  readonly clock: MovableClock;
  readonly journal: Journal;
  readonly meter?: Meter;
  readonly invoke: Invoke;
}

/**
 * How long nothing more must arrive, in real milliseconds, for an unfilled batch to go before its window has passed: the
 * clock can't be moved while a message is visible, and nobody shall wait out every window on the way through 90 days.
 */
const LULL_MS = 150;
/** Where units are counted, a busy machine must not make batches smaller than AWS would. */
const METERED_LULL_MS = 600;

/**
 * Lambda's event source mapping: batches of a queue's messages to its function, some at a time. What the function reports
 * as failed, or everything when it throws, becomes visible again when the queue's visibility timeout has passed; a
 * function that wants another delay says so to SQS (ChangeMessageVisibility).
 */
export function map(options: MappingOptions) {
  const { box, spec } = options;
  const batchIsDue = gatherer(options);
  let running = 0;
  let taking = false;
  let stopped = false;

  function pump() {
    while (!stopped && !taking && running < spec.concurrency && batchIsDue()) {
      running += 1;
      taking = true;
      // What can't be settled because the store is closing stays in the queue and is delivered again.
      take()
        .catch(() => undefined)
        .finally(() => {
          running -= 1;
        });
    }
  }
  async function take() {
    const batch = await box.receive(spec.batch, spec.visibility, true).finally(() => {
      taking = false;
    });
    pump();
    if (batch.length > 0) await deliver(batch, options);
  }
  return {
    pump,
    idle: () => running === 0 && box.visible().count === 0,
    stop: () => {
      stopped = true;
    },
  };
}

/** Says when a batch goes: it is full, its window has passed, or nothing more comes. */
function gatherer({ box, spec, clock, meter }: MappingOptions) {
  const lull = meter ? METERED_LULL_MS : LULL_MS;
  let seen = { count: 0, at: 0 };
  return () => {
    const { count, since } = box.visible();
    if (count === 0 || since === undefined) return false;
    if (count !== seen.count) seen = { count, at: Date.now() };
    if (count >= spec.batch || clock.ms() >= since + spec.window * 1000) return true;
    return Date.now() >= seen.at + lull;
  };
}

async function deliver(batch: readonly Message[], { box, spec, journal, invoke, meter }: MappingOptions) {
  const traces = batch.map((message) => noteTrace(journal, box.name, message));
  const shared = new Set(traces).size === 1 ? traces[0] : undefined;
  const event = { Records: batch.map((message) => recordOf(box, message)) };
  const failed = await invoke(spec.function, event, shared === undefined ? {} : { trace: shared }).then(
    (answer) => failedIn(answer, batch),
    () => batch,
  );
  const done = batch.filter((message) => !failed.includes(message));
  await box.remove(done.map(receiptOf));
  meter?.("sqs.request", receiving(batch), `receive from ${box.name}`);
  meter?.("sqs.request", Math.ceil(done.length / AT_ONCE), `delete from ${box.name}`);
}

/** SQS hands out, and deletes, up to ten messages in a request: a larger batch is gathered from several. */
const AT_ONCE = 10;

function receiving(batch: readonly Message[]): number {
  const bytes = batch.map(({ body }) => Buffer.byteLength(body));
  let requests = 0;
  for (let from = 0; from < bytes.length; from += AT_ONCE)
    requests += chunks(bytes.slice(from, from + AT_ONCE).reduce((sum, one) => sum + one, 0));
  return requests;
}

function noteTrace(journal: Journal, queue: string, message: Message) {
  const trace = traceOf(json(message.body));
  if (trace) journal.note({ trace, room: "queue", what: queue, id: message.id });
  return trace;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
