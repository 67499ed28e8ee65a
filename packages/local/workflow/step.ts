import type { Json, Machine, State } from "./asl.ts";
import type { Execution, Happening, Status } from "./execution.ts";
import { type Outcome, StateError } from "./interpret.ts";
import { catcher, retry } from "./retry.ts";

/** What one step makes of an execution, and what it adds to its history. */
export interface Step {
  readonly execution: Execution;
  readonly happenings: readonly Happening[];
}

interface Options {
  readonly machine: Machine;
  /** Epoch milliseconds of the movable clock. */
  readonly now: () => number;
  /** Runs a state in place of the one the execution is in; rejects with `StateError` when it fails. */
  readonly run: (state: State, input: Json) => Promise<Outcome>;
}

/** AWS's limit for one execution's history (Step Functions quotas). */
const LONGEST_HISTORY = 25_000;

/** The next step of an execution that is due: it parks, pauses before a retry, moves on, or ends. */
export async function step(execution: Execution, options: Options): Promise<Step> {
  const { machine, now, run } = options;
  const state = Object.hasOwn(machine.States, execution.state) ? machine.States[execution.state] : undefined;
  if (execution.deadline !== undefined && execution.deadline <= now())
    return ended(execution, "TIMED_OUT", now(), { error: "States.Timeout" });
  if (execution.events >= LONGEST_HISTORY)
    return runtime(
      execution,
      now(),
      `The execution reached the maximum number of history events (${LONGEST_HISTORY}).`,
    );
  if (!state) return runtime(execution, now(), `The definition has no state ${execution.state} any more.`);
  try {
    if (state.Type !== "Wait") return moved(execution, machine, await run(state, execution.cursor), now());
    if (execution.wakeAt !== undefined)
      return moved(execution, machine, await run({ ...state, Type: "Pass" }, execution.cursor), now());
    return { execution: { ...execution, wakeAt: await wakeTime(state, execution, run) }, happenings: [] };
  } catch (error) {
    if (!(error instanceof StateError)) throw error;
    return failed(execution, state, error, options);
  }
}

/** Ends an execution; `result` is its output, or its error and cause. */
export function ended(
  { wakeAt: _, ...execution }: Execution,
  status: Exclude<Status, "RUNNING">,
  at: number,
  result: { readonly output?: string; readonly error?: string; readonly cause?: string },
): Step {
  const word = { SUCCEEDED: "Succeeded", FAILED: "Failed", TIMED_OUT: "TimedOut", ABORTED: "Aborted" }[
    status
  ];
  const details = { [`execution${word}EventDetails`]: result };
  return {
    execution: { ...execution, status, stoppedAt: at, ...result },
    happenings: [{ type: `Execution${word}`, at, details }],
  };
}

/** What is noted when a state is entered. */
export function entering(machine: Machine, name: string, input: Json, at: number): Happening {
  const type = `${machine.States[name]?.Type ?? "Pass"}StateEntered`;
  return { type, at, details: { stateEnteredEventDetails: { name, input: JSON.stringify(input) } } };
}

const runtime = (execution: Execution, at: number, cause: string) =>
  ended(execution, "FAILED", at, { error: "States.Runtime", cause });

function moved(execution: Execution, machine: Machine, { output, next }: Outcome, at: number): Step {
  const { wakeAt: _, ...rest } = execution;
  const name = execution.state;
  const text = JSON.stringify(output);
  const type = `${machine.States[name]?.Type ?? "Pass"}StateExited`;
  const exited = { type, at, details: { stateExitedEventDetails: { name, output: text } } };
  if (next === undefined) {
    const end = ended(execution, "SUCCEEDED", at, { output: text });
    return { ...end, happenings: [exited, ...end.happenings] };
  }
  return {
    execution: { ...rest, state: next, cursor: output, enteredAt: at, retries: [] },
    happenings: [exited, entering(machine, next, output, at)],
  };
}

async function failed(
  execution: Execution,
  state: State,
  error: StateError,
  options: Options,
): Promise<Step> {
  const { machine, now, run } = options;
  const again = retry(state.Retry ?? [], error, execution.retries);
  if (again)
    return { execution: { ...execution, wakeAt: now() + again.pause, retries: again.used }, happenings: [] };
  const caught = catcher(state.Catch ?? [], error);
  if (!caught) return ended(execution, "FAILED", now(), { error: error.name, cause: error.message });
  const { ResultPath, Next } = caught;
  const Result = { Error: error.name, Cause: error.message };
  return moved(
    execution,
    machine,
    await run({ Type: "Pass", Result, ResultPath, Next }, execution.cursor),
    now(),
  );
}

/** The instant a Wait state ends, counted from when it was entered. */
async function wakeTime(
  state: State,
  { enteredAt, cursor }: Execution,
  run: Options["run"],
): Promise<number> {
  const path = state.SecondsPath ?? state.TimestampPath;
  const { InputPath } = state;
  const looked = { Type: "Pass" as const, ...(InputPath === undefined ? {} : { InputPath }), End: true };
  const found = path && (await run({ ...looked, Parameters: { "at.$": path } }, cursor)).output;
  const value = found ? (found as { at: unknown }).at : (state.Seconds ?? state.Timestamp);
  const at = typeof value === "number" ? enteredAt + value * 1000 : Date.parse(String(value));
  if (Number.isNaN(at)) throw new StateError("States.Runtime", `Can't wait for ${JSON.stringify(value)}`);
  return at;
}
