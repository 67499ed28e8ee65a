import { z } from "zod";
import { allStates, type Json, type Machine, type State } from "./asl.ts";
import { type Handlers, StateError } from "./interpret.ts";
import { retry } from "./retry.ts";

/** Runs a function by its ARN; rejects with an error that has `errorType` and `errorMessage`. */
export type Invoke = (
  arn: string,
  payload: unknown,
  options?: { readonly trace?: string },
) => Promise<unknown>;

/** One run of a state: what its tasks tell the driver, and what the driver does for them. */
export interface Work {
  readonly signal: AbortSignal;
  readonly trace: string | undefined;
  /** Adds an event to the execution's history. */
  note(type: string, details?: object): void;
  /** Runs a call that keeps the machine busy. */
  busy<T>(call: () => Promise<T>): Promise<T>;
  /** Resolves when the movable clock has passed an amount of milliseconds. */
  sleep(ms: number): Promise<void>;
}

/**
 * What stands behind the tasks of a machine. Tasks inside Map and Parallel states retry here, against the movable clock;
 * a restart begins such a state anew. Those at the top level are retried by the driver, durably.
 */
export function handlersFor(machine: Machine, invoke: Invoke, work: Work): Handlers {
  const tasks = allStates(machine.States).filter(([, state]) => state.Type === "Task");
  return Object.fromEntries(
    tasks.map(([name, state, nested]) => [
      name,
      (input: Json) => (nested ? persistently(name, state, input) : once(state, input)),
    ]),
  );

  async function persistently(name: string, state: State, input: Json): Promise<Json> {
    work.note("TaskStateEntered", { stateEnteredEventDetails: { name } });
    for (let used: number[] = []; ; ) {
      try {
        const output = await once(state, input);
        work.note("TaskStateExited", { stateExitedEventDetails: { name } });
        return output;
      } catch (error) {
        const again = error instanceof StateError ? retry(state.Retry ?? [], error, used) : undefined;
        if (!again) throw error;
        used = again.used;
        await work.sleep(again.pause);
      }
    }
  }
  async function once(state: State, input: Json): Promise<Json> {
    work.signal.throwIfAborted();
    work.note("TaskScheduled", { taskScheduledEventDetails: { resourceType: "lambda", resource: "invoke" } });
    work.note("TaskStarted");
    try {
      const output = await work.busy(() => call(state.Resource ?? "", input, invoke, work.trace));
      work.note("TaskSucceeded");
      return output;
    } catch (thrown) {
      const error = stateError(thrown);
      work.note("TaskFailed", { taskFailedEventDetails: { error: error.name, cause: error.message } });
      throw error;
    }
  }
}

const Call = z.object({ FunctionName: z.string(), Payload: z.unknown() });

async function call(resource: string, input: Json, invoke: Invoke, trace: string | undefined): Promise<Json> {
  const options = trace === undefined ? {} : { trace };
  if (resource.startsWith("arn:aws:lambda:")) return (await invoke(resource, input, options)) as Json;
  const { success, data } = Call.safeParse(input);
  if (!success) throw new StateError("States.Runtime", `${resource} needs FunctionName in its Parameters`);
  const Payload = (await invoke(data.FunctionName, data.Payload, options)) as Json;
  return { ExecutedVersion: "$LATEST", Payload, StatusCode: 200 };
}

const Thrown = z.object({
  errorType: z.string(),
  errorMessage: z.string(),
  trace: z.array(z.string()).default([]),
});

/** As the Lambda integration reports it: the error's type as name, the whole report as cause, in JSON. */
function stateError(thrown: unknown): StateError {
  if (thrown instanceof StateError) return thrown;
  const { data } = Thrown.safeParse(thrown);
  if (data) return new StateError(data.errorType, JSON.stringify(data));
  const name = thrown instanceof Error ? thrown.name : "Error";
  return new StateError(name, thrown instanceof Error ? thrown.message : String(thrown));
}
