import { AsyncLocalStorage } from "node:async_hooks";
import { client } from "../../../../packages/core/table.ts";

/** A DynamoDB call that a worker wants to make. It happens when, and if, the stage lets it. */
export interface Call {
  readonly worker: Worker;
  /** Makes the call; more than once is what the SDK does when an answer was lost on the way. */
  run(): Promise<unknown>;
  answer(result: unknown): void;
  fail(error: unknown): void;
}

/** Something that runs on the stage: every call it makes waits to be let through. */
export interface Worker {
  readonly calls: Set<Call>;
  /** The step until which nothing of it moves. */
  frozenUntil: number;
}

const onStage = new AsyncLocalStorage<Worker>();

/** Runs something on the stage. What it does between two calls to DynamoDB happens at once. */
export const perform = <R>(worker: Worker, run: () => R): R => onStage.run(worker, run);

/** Resolves when nothing on the stage can go on without a call being let through. */
export const still = () => new Promise<void>((resolve) => setImmediate(resolve));

/** What a call says to DynamoDB, and may be made to say instead. */
export type Sabotage = (
  commandName: string | undefined,
  input: Record<string, unknown>,
) => Record<string, unknown>;

/** Puts the stage under core's DynamoDB client: calls of workers wait, everybody else's pass. Returns what takes it away. */
export function raise(sabotage: Sabotage = (_, input) => input) {
  client.middlewareStack.add(
    (next, { commandName }) =>
      (args) =>
        next({
          ...args,
          input: sabotage(commandName, args.input as Record<string, unknown>) as typeof args.input,
        }),
    { step: "initialize", name: "sabotage" },
  );
  // After the request has its idempotency token, before it is signed and sent: where the SDK's own retries start.
  client.middlewareStack.add(
    (next) => (args) => {
      const worker = onStage.getStore();
      if (!worker) return next(args);
      return new Promise((resolve, fail) => {
        const answer = (result: unknown) => resolve(result as Awaited<ReturnType<typeof next>>);
        worker.calls.add({ worker, run: () => next(args), answer, fail });
      });
    },
    { step: "build", name: "stage" },
  );
  return () => {
    client.middlewareStack.remove("sabotage");
    client.middlewareStack.remove("stage");
  };
}
