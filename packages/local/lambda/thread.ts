import type { MessagePort } from "node:worker_threads";
import type { MovableClock } from "../clock/index.ts";
import type { Journal } from "../journal/index.ts";
import { startThread, type Thread } from "../thread/index.ts";
import { LambdaError } from "./error.ts";
import { type Lambda, lambdaOf } from "./index.ts";
import type { RuntimeOptions } from "./runtime.ts";

export interface ThreadsOptions extends Pick<RuntimeOptions, "functions" | "root"> {
  readonly clock: Pick<MovableClock, "memory">;
  readonly journal: Pick<Journal, "note">;
  /** Functions that somebody waits for. They have a thread of their own, so that no campaign can hold them up. */
  readonly awaited: ReadonlySet<string>;
}

/** What a thread is started with. */
export interface Given extends Pick<ThreadsOptions, "functions" | "root"> {
  readonly clock: SharedArrayBuffer;
}

/** What a thread answers: JSON text, or the failure in Lambda's words. */
export type Outcome =
  | { readonly text: string }
  | {
      readonly failure: {
        readonly errorType: string;
        readonly errorMessage: string;
        readonly trace: readonly string[];
      };
    };

/** What functions find in `process.env`. */
export type Environment = Readonly<Record<string, string>>;

export interface LambdaThreads extends Lambda {
  /** Gives the functions their environment and a way to the table. Must come before the first invocation. */
  provide(environment: Environment, connect: () => Promise<MessagePort>): Promise<void>;
}

/** AWS Lambda in two threads: functions that answer people, and those that work behind them. */
export async function startLambdaThreads(options: ThreadsOptions): Promise<LambdaThreads> {
  const { functions, root, clock, awaited } = options;
  const data: Given = { functions, root, clock: clock.memory };
  const script = new URL("worker.ts", import.meta.url);
  const start = () => startThread(script, { data });
  const [front, back] = await Promise.all([start(), start()]);
  const lambda = lambdaOf(options, async (name, event, id) => {
    const thread = awaited.has(name) ? front : back;
    const outcome = await thread.call<Outcome>("invoke", name, event, id);
    if ("text" in outcome) return outcome.text;
    const { errorType, errorMessage, trace: stack } = outcome.failure;
    throw new LambdaError(errorType, errorMessage, stack);
  });
  return {
    ...lambda,
    async provide(environment, connect) {
      const to = async (thread: Thread, warm: ReadonlySet<string>) =>
        thread.hand<void>("provide", await connect(), environment, warm);
      await Promise.all([to(front, awaited), to(back, new Set())]);
    },
    async stop() {
      await Promise.all([front.stop(), back.stop()]);
    },
  };
}
