import { arn } from "../wire/names.ts";
import type { Json } from "./asl.ts";

export type Status = "RUNNING" | "SUCCEEDED" | "FAILED" | "TIMED_OUT" | "ABORTED";

/** One execution as it is kept: where it stands and with what. Instants are epoch milliseconds of the movable clock. */
export interface Execution {
  readonly arn: string;
  readonly machine: string;
  readonly name: string;
  readonly status: Status;
  /** The input as it was given, JSON text. */
  readonly input: string;
  readonly trace?: string;
  readonly startedAt: number;
  /** Its machine's TimeoutSeconds from the start. */
  readonly deadline?: number;
  readonly stoppedAt?: number;
  /** JSON text. */
  readonly output?: string;
  readonly error?: string;
  readonly cause?: string;
  /** The state it is in, what it entered it with, and when. */
  readonly state: string;
  readonly cursor: Json;
  readonly enteredAt: number;
  /** Nothing happens before: a Wait, or the pause before a retry. */
  readonly wakeAt?: number;
  /** How often each retrier of this state was used. */
  readonly retries: readonly number[];
  /** Events in its history. */
  readonly events: number;
}

/** An event of an execution's history, in Step Functions' words, without its number. */
export interface Happening {
  readonly type: string;
  readonly at: number;
  /** The details member of GetExecutionHistory's event, as `{ stateEnteredEventDetails: { name, input } }`. */
  readonly details?: object;
}

export const machineArn = (machine: string) => arn("states", `stateMachine:${machine}`);
export const executionArn = (machine: string, name: string) => arn("states", `execution:${machine}:${name}`);

/** When something happens with it by itself. */
export const dueAt = ({ wakeAt = 0, deadline = Number.POSITIVE_INFINITY }: Execution) =>
  Math.min(wakeAt, deadline);
