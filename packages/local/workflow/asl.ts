import type { StateMachine } from "aws-local-stepfunctions";
import { z } from "zod";

export type Json = Parameters<StateMachine["run"]>[0];

const Retrier = z.object({
  ErrorEquals: z.array(z.string()),
  IntervalSeconds: z.number().default(1),
  MaxAttempts: z.number().default(3),
  BackoffRate: z.number().default(2),
  MaxDelaySeconds: z.number().optional(),
  JitterStrategy: z.enum(["NONE", "FULL"]).default("NONE"),
});
const Catcher = z.object({
  ErrorEquals: z.array(z.string()),
  Next: z.string(),
  ResultPath: z.string().nullable().default("$"),
});

/** A state, as far as the driver looks into it; the rest is for the interpreter. */
const State = z.looseObject({
  Type: z.enum(["Task", "Parallel", "Map", "Pass", "Wait", "Choice", "Succeed", "Fail"]),
  Resource: z.string().optional(),
  Retry: z.array(Retrier).optional(),
  Catch: z.array(Catcher).optional(),
});
const Machine = z.looseObject({
  StartAt: z.string(),
  States: z.record(z.string(), State),
  /** Seconds. */
  TimeoutSeconds: z.number().optional(),
});

export type Retrier = z.infer<typeof Retrier>;
export type Catcher = z.infer<typeof Catcher>;
export type State = z.infer<typeof State>;
export type Machine = z.infer<typeof Machine>;

export const parseMachine = (definition: unknown): Machine => Machine.parse(definition);

/** The states inside a Map or Parallel state, one level down: a list of machines' states. */
export function inner(state: State): Readonly<Record<string, State>>[] {
  const processor = state.ItemProcessor ?? state.Iterator;
  const branches = Array.isArray(state.Branches) ? state.Branches : [];
  return [...(processor ? [processor] : []), ...branches].map((machine) => parseMachine(machine).States);
}

/** Every state by name, those inside Map and Parallel states among them. */
export function allStates(
  states: Readonly<Record<string, State>>,
  nested = false,
): [string, State, boolean][] {
  return Object.entries(states).flatMap(([name, state]) => [
    [name, state, nested] as [string, State, boolean],
    ...inner(state).flatMap((below) => allStates(below, true)),
  ]);
}
