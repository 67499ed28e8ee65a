import type { Catcher, Retrier } from "./asl.ts";
import type { StateError } from "./interpret.ts";

/** Errors that no Retry and no Catch may take, States.ALL neither (Step Functions guide, "Error names"). */
const terminal = ["States.Runtime", "States.DataLimitExceeded"];

function takes({ ErrorEquals }: { readonly ErrorEquals: readonly string[] }, { name }: StateError): boolean {
  if (terminal.includes(name)) return false;
  const anyTask = name !== "States.Timeout" && ErrorEquals.includes("States.TaskFailed");
  return ErrorEquals.includes(name) || ErrorEquals.includes("States.ALL") || anyTask;
}

/**
 * Whether to try again, and after how long.
 * @param used how often each retrier was used for this state so far
 * @returns the pause in milliseconds and the new counts; undefined when no retrier takes the error or it is used up
 */
export function retry(retriers: readonly Retrier[], error: StateError, used: readonly number[]) {
  const at = retriers.findIndex((retrier) => takes(retrier, error));
  const retrier = retriers[at];
  const times = used[at] ?? 0;
  if (!retrier || times >= retrier.MaxAttempts) return undefined;
  const grown = retrier.IntervalSeconds * retrier.BackoffRate ** times;
  const seconds = Math.min(grown, retrier.MaxDelaySeconds ?? grown);
  return {
    pause: Math.round(seconds * 1000 * (retrier.JitterStrategy === "FULL" ? Math.random() : 1)),
    used: retriers.map((_, index) => (used[index] ?? 0) + (index === at ? 1 : 0)),
  };
}

/** The first catcher that takes the error. */
export const catcher = (catchers: readonly Catcher[], error: StateError) =>
  catchers.find((candidate) => takes(candidate, error));
