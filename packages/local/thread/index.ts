import { type MessagePort, Worker } from "node:worker_threads";
import type { Message } from "./answer.ts";

/** A part of the local cloud that runs beside this one, so that it takes a core of its own. */
export interface Thread {
  /** Calls one of its operations; rejects with what it threw. */
  call<T>(operation: string, ...parameters: readonly unknown[]): Promise<T>;
  /** The same, with a port that is the thread's own from then on. */
  hand<T>(operation: string, port: MessagePort, ...parameters: readonly unknown[]): Promise<T>;
  stop(): Promise<void>;
}

interface Options {
  /** What the script finds in `workerData`. */
  readonly data: unknown;
  /** What it tells by itself, by name. */
  readonly hears?: Readonly<Record<string, (news: never) => void>>;
  readonly env?: NodeJS.ProcessEnv;
}

/** Young objects are collected early: several heaps that each grow as they like would take a gigabyte. */
const LIMITS = { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 768 };

/**
 * Starts a script that calls `answer` and resolves once it does; rejects with what it threw before. A fault that ends it later ends the
 * process: everything here survives that, and half a machine would help nobody.
 */
export async function startThread(
  script: URL,
  { data, hears = {}, env = process.env }: Options,
): Promise<Thread> {
  const worker = new Worker(script, { workerData: data, env, resourceLimits: LIMITS });
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>();
  const started = Promise.withResolvers<void>();
  let calls = 0;

  worker.on("message", (message: Message) => {
    if ("ready" in message) return started.resolve();
    if ("news" in message) return hears[message.about]?.(message.news as never);
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if ("error" in message) call?.reject(message.error);
    else call?.resolve(message.value);
  });
  worker.once("error", started.reject);
  await started.promise;
  worker.off("error", started.reject);

  function send<T>(operation: string, parameters: readonly unknown[], ports: MessagePort[] = []) {
    const id = ++calls;
    return new Promise<T>((resolve, reject) => {
      waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
      worker.postMessage({ id, operation, parameters }, ports);
    });
  }
  return {
    call: (operation, ...parameters) => send(operation, parameters),
    hand: (operation, port, ...parameters) => send(operation, [port, ...parameters], [port]),
    async stop() {
      await worker.terminate();
    },
  };
}
