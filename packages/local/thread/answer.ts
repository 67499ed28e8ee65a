import { parentPort } from "node:worker_threads";

/** What a thread says: that it is there, the outcome of a call, or something by itself. */
export type Message =
  | { readonly ready: true }
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: unknown }
  | { readonly about: string; readonly news: unknown };

interface Call {
  readonly id: number;
  readonly operation: string;
  readonly parameters: readonly never[];
}

export type Operations = Readonly<Record<string, (...parameters: never[]) => unknown>>;

/** Answers the calls of the thread that started this one, and says that it is ready. */
export function answer(operations: Operations): void {
  parentPort?.on("message", async ({ id, operation, parameters }: Call) => {
    try {
      say({ id, value: await operations[operation]?.(...parameters) });
    } catch (error) {
      say({ id, error });
    }
  });
  say({ ready: true });
}

/** Says something that nobody asked for. */
export const tell = (about: string, news: unknown) => say({ about, news });

const say = (message: Message) => parentPort?.postMessage(message);
