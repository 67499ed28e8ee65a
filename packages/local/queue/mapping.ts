import type { Queue } from "../../../infra/bus.ts";
import type { MovableClock } from "../clock/index.ts";
import type { Journal } from "../journal/index.ts";
import { traceOf } from "../journal/trace.ts";
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
  readonly invoke: Invoke;
}

/**
 * How long nothing more must arrive, in real milliseconds, for an unfilled batch to go before its window has passed: the
 * clock can't be moved while a message is visible, and nobody shall wait out every window on the way through 90 days.
 */
const LULL_MS = 150;

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
function gatherer({ box, spec, clock }: MappingOptions) {
  let seen = { count: 0, at: 0 };
  return () => {
    const { count, since } = box.visible();
    if (count === 0 || since === undefined) return false;
    if (count !== seen.count) seen = { count, at: Date.now() };
    if (count >= spec.batch || clock.ms() >= since + spec.window * 1000) return true;
    return Date.now() >= seen.at + LULL_MS;
  };
}

async function deliver(batch: readonly Message[], { box, spec, journal, invoke }: MappingOptions) {
  const traces = batch.map((message) => noteTrace(journal, box.name, message));
  const shared = new Set(traces).size === 1 ? traces[0] : undefined;
  const event = { Records: batch.map((message) => recordOf(box, message)) };
  const failed = await invoke(spec.function, event, shared === undefined ? {} : { trace: shared }).then(
    (answer) => failedIn(answer, batch),
    () => batch,
  );
  await box.remove(batch.filter((message) => !failed.includes(message)).map(receiptOf));
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
