import type { Pipe as PipeSpec } from "../../../infra/pipe.ts";
import type { MovableClock } from "../clock/index.ts";
import type { Feed, StreamRecord } from "../dynamodb/index.ts";
import type { Service } from "../service.ts";
import type { Store } from "../store.ts";
import { follow } from "./follow.ts";
import { createPause } from "./pause.ts";
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
  deadLetters(): Promise<DeadLetter[]>;
  /** Tries one dead letter again, or all; answers how many went through. The others stay. */
  redrive(id?: string): Promise<number>;
}

const BACK_OFF_MS = 1_000;

/** Table stream to bus: filter, batch, enrich, put. At least once: the cursor moves when a batch is on the bus. */
export async function startPipe(options: PipeOptions): Promise<Pipe> {
  const { feed, pipe, matches, clock, store } = options;
  const state = await openState(store);
  const pause = createPause(clock);
  let stopped = false;
  let working: Promise<void> | undefined;

  const attempt = (batch: readonly StreamRecord[]) => send(batch, pipe.target, options);
  const fits = (record: StreamRecord) => pipe.filters.some((pattern) => matches(pattern, record));
  const behind = () => state.cursor() < feed.last();
  const backOff = async (retry: number) => {
    await pause.until(clock.ms() + BACK_OFF_MS * 2 ** (retry - 1));
    return !stopped;
  };
  const following = {
    feed,
    state,
    batch: pipe.batch,
    fits,
    clock,
    attempt,
    retries: pipe.retries,
    backOff,
    stopped: () => stopped,
  };

  async function work() {
    // Trouble with the disk is the only thing that surfaces here: nothing is lost by trying again.
    while (!stopped && behind()) await follow(following).catch(() => backOff(1));
  }
  function wake() {
    if (stopped || working !== undefined || !behind()) return;
    working = work().finally(() => {
      working = undefined;
      wake();
    });
  }
  async function redrive(id?: string) {
    const letters = (await state.dead()).filter((letter) => id === undefined || letter.id === id);
    let through = 0;
    for (const letter of letters) {
      const sent = await attempt([letter.record]).then(
        () => true,
        () => false,
      );
      if (!sent) continue;
      await state.forget(letter.id);
      through += 1;
    }
    return through;
  }

  // After a power cut the feed may have lost its end, and counts on from where it is.
  if (state.cursor() > feed.last()) await state.advance(feed.last(), [], clock.iso());
  const quiet = feed.onAppend(wake);
  wake();
  return {
    deadLetters: state.dead,
    redrive,
    nextDue: async () => pause.due(),
    // Waiting for a retry that is not due yet is idle, so that the clock may jump there.
    idle: async () =>
      (pause.due() ?? Number.NEGATIVE_INFINITY) > clock.ms() || (working === undefined && !behind()),
    async stop() {
      stopped = true;
      quiet();
      pause.cut();
      await working;
    },
  };
}
