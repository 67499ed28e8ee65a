import { ExecutionError, StateMachine } from "aws-local-stepfunctions";
import type { Json, State } from "./asl.ts";

export type Handlers = Readonly<Record<string, (input: Json) => Promise<Json>>>;

/** A state's error, under the name that Retry and Catch compare. */
export class StateError extends Error {
  constructor(error: string, cause: string) {
    super(cause);
    this.name = error;
  }
}

interface Options {
  /** What stands behind each Task, by state name, those inside Map and Parallel states among them. */
  readonly handlers: Handlers;
  /** The context object, `$$`. */
  readonly context: Record<string, unknown>;
  readonly signal: AbortSignal;
}

export interface Outcome {
  readonly output: Json;
  /** The state to enter; undefined when the execution ends here. */
  readonly next: string | undefined;
}

/** A day: functions have timeouts of their own, and AWS sets no limit to a task by default, the interpreter a minute. */
const TASK_TIMEOUT_SECONDS = 86_400;

/**
 * Runs one top-level state with everything in it, and says where it leads. The interpreter runs a machine of this state
 * alone, whose exits are tasks that only note that they were reached. Retry and Catch at the top level are left to the
 * caller. Rejects with `StateError`, or with the signal's reason.
 */
export async function interpret(name: string, state: State, input: Json, options: Options): Promise<Outcome> {
  const { handlers, context, signal } = options;
  signal.throwIfAborted();
  let next: string | undefined;
  const exits = targets(state);
  const landing = (exit: string) => async (output: Json) => {
    next = exit;
    return output;
  };
  const definition = {
    StartAt: name,
    States: {
      [name]: redirect(bare(state)),
      ...Object.fromEntries(
        exits.map((exit) => [landed(exit), { Type: "Task", Resource: "exit", End: true }]),
      ),
    },
  };
  const machine = new StateMachine(definition as unknown as ConstructorParameters<typeof StateMachine>[0], {
    validationOptions: { noValidate: true },
  });
  const landings = Object.fromEntries(exits.map((exit) => [landed(exit), landing(exit)]));
  const run = machine.run(input, {
    noThrowOnAbort: true,
    context,
    overrides: { taskResourceLocalHandlers: { ...handlers, ...landings } },
  });
  signal.addEventListener("abort", run.abort, { once: true });
  try {
    const output = await run.result;
    signal.throwIfAborted();
    return { output, next };
  } catch (error) {
    signal.throwIfAborted();
    const cause = error instanceof ExecutionError ? error.cause : error;
    throw cause instanceof Error
      ? new StateError(cause.name, cause.message)
      : new StateError("States.Runtime", String(cause));
  } finally {
    signal.removeEventListener("abort", run.abort);
  }
}

const landed = (exit: string) => `exit to ${exit}`;

function targets(state: State): string[] {
  const choices = (state.Choices ?? []) as readonly { readonly Next: string }[];
  const all = [state.Next, state.Default, ...choices.map((choice) => choice.Next)];
  return [...new Set(all.filter((target) => typeof target === "string"))];
}

function redirect(state: State): State {
  const to = (field: "Next" | "Default") =>
    typeof state[field] === "string" ? { [field]: landed(state[field]) } : {};
  const choices = state.Choices as readonly { readonly Next: string }[] | undefined;
  return {
    ...state,
    ...to("Next"),
    ...to("Default"),
    ...(choices ? { Choices: choices.map((choice) => ({ ...choice, Next: landed(choice.Next) })) } : {}),
  };
}

/** The state without the retries that the driver does, here and in tasks further in. Nested Catch stays. */
function bare({ Retry: _, Catch: __, ...state }: State): State {
  return withoutRetry(state);
}

function withoutRetry({ Retry: _, ...state }: State): State {
  const below = (machine: unknown) => {
    const { States, ...rest } = machine as { States: Record<string, State> };
    return {
      ...rest,
      States: Object.fromEntries(Object.entries(States).map(([n, s]) => [n, withoutRetry(s)])),
    };
  };
  const limited = state.Type !== "Task" || "TimeoutSeconds" in state || "TimeoutSecondsPath" in state;
  return {
    ...state,
    ...(limited ? {} : { TimeoutSeconds: TASK_TIMEOUT_SECONDS }),
    ...(state.ItemProcessor ? { ItemProcessor: below(state.ItemProcessor) } : {}),
    ...(state.Iterator ? { Iterator: below(state.Iterator) } : {}),
    ...(Array.isArray(state.Branches) ? { Branches: state.Branches.map(below) } : {}),
  };
}
