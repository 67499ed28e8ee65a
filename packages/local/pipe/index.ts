import type { Pipe as PipeSpec } from "../../../infra/pipe.ts";
import type { MovableClock } from "../clock/index.ts";
import type { Feed, StreamRecord } from "../dynamodb/index.ts";
import type { Service } from "../service.ts";
import type { Store } from "../store.ts";
import { redrive } from "./redrive.ts";
import { createRunner } from "./runner.ts";
import { send, type Target } from "./send.ts";
import { type DeadLetter, openState } from "./state.ts";

export type { PutEntry } from "./entry.ts";
export type { DeadLetter } from "./state.ts";

export interface PipeOptions extends Target {
  readonly feed: Feed;
  readonly pipe: PipeSpec;
  /** Whether a record fits an EventBridge pattern. */
  readonly matches: (pattern: Readonly<Record<string, unknown>>, record: object) => boolean;
  readonly clock: Pick<MovableClock, "ms" | "iso">;
  readonly store: Store;
}

export interface Pipe extends Service {
  readonly name: string;
  deadLetters(): Promise<DeadLetter[]>;
  /** Tries one dead letter again, or all; answers how many went through. The others stay. */
  redrive(id?: string): Promise<number>;
}

/** Table stream to bus: filter, batch, enrich, put. At least once: the cursor moves when a batch is on the bus. */
export async function startPipe(options: PipeOptions): Promise<Pipe> {
  const { feed, pipe, matches, clock, store } = options;
  const state = await openState(store);
  // After a power cut the feed may have lost its end, and counts on from where it is.
  if (state.cursor() > feed.last()) await state.advance(feed.last(), [], clock.iso());

  const attempt = (batch: readonly StreamRecord[]) => send(batch, pipe.target, options);
  const fits = (record: StreamRecord) => pipe.filters.some((pattern) => matches(pattern, record));
  const { batch, retries } = pipe;
  const runner = createRunner({ feed, state, clock, batch, retries, fits, attempt });
  const quiet = feed.onAppend(runner.wake);
  runner.wake();
  return {
    name: pipe.name,
    deadLetters: state.dead,
    redrive: (id) => redrive(state, attempt, id),
    nextDue: async () => runner.due(),
    idle: async () => runner.idle(),
    stop() {
      quiet();
      return runner.stop();
    },
  };
}
