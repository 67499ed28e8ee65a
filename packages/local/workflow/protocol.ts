import { AwsError, operation } from "../wire/index.ts";
import { arn } from "../wire/names.ts";
import type { Machine } from "./asl.ts";
import { type Execution, type Happening, machineArn } from "./execution.ts";
import type { Ledger } from "./ledger.ts";
import * as Input from "./schema.ts";
import { start } from "./start.ts";

interface Options {
  readonly machines: ReadonlyMap<string, Machine>;
  /** The definitions as they were given, by machine. */
  readonly definitions: ReadonlyMap<string, unknown>;
  readonly ledger: Ledger;
  readonly now: () => number;
  readonly since: number;
  readonly pump: () => void;
  readonly abort: (execution: Execution, reason: { error?: string; cause?: string }) => Promise<void>;
}

/** The Step Functions operations this machine answers (Step Functions API reference, Standard workflows). */
export function operations({ machines, definitions, ledger, now, since, pump, abort }: Options) {
  const named = (machine: string) => {
    const machineName = machine.replace(/^.*:stateMachine:/, "");
    const known = machines.get(machineName);
    if (!known) throw new AwsError("StateMachineDoesNotExist", `State Machine Does Not Exist: '${machine}'`);
    return { machine: known, machineName };
  };
  const execution = (of: string) => {
    const known = ledger.get(of);
    if (!known) throw new AwsError("ExecutionDoesNotExist", `Execution Does Not Exist: '${of}'`);
    return known;
  };
  const listed = (name: string) => ({
    stateMachineArn: machineArn(name),
    name,
    type: "STANDARD",
    creationDate: since / 1000,
  });
  return {
    StartExecution: operation(Input.Start, async (input) => {
      const started = await start(input, { ...named(input.stateMachineArn), ledger, now: now() });
      pump();
      return { executionArn: started.arn, startDate: started.startedAt / 1000 };
    }),
    StopExecution: operation(Input.Stop, async ({ executionArn, error, cause }) => {
      const known = execution(executionArn);
      if (known.status === "RUNNING")
        await abort(known, { ...(error ? { error } : {}), ...(cause ? { cause } : {}) });
      return { stopDate: (execution(executionArn).stoppedAt ?? now()) / 1000 };
    }),
    DescribeExecution: operation(Input.OneExecution, ({ executionArn }) =>
      described(execution(executionArn)),
    ),
    ListExecutions: operation(Input.Executions, (input) => {
      const { machineName } = named(input.stateMachineArn);
      const all = ledger.list().filter((it) => it.machine === machineName);
      const wanted = all.filter((it) => input.statusFilter === undefined || it.status === input.statusFilter);
      const { items, ...more } = Input.page(wanted.reverse(), input);
      return { executions: items.map(summary), ...more };
    }),
    GetExecutionHistory: operation(Input.History, async (input) => {
      const all = (await ledger.history(execution(input.executionArn).arn)).map(historyEvent);
      const { items, ...more } = Input.page(input.reverseOrder ? all.reverse() : all, input);
      return { events: items, ...more };
    }),
    ListStateMachines: async () => ({ stateMachines: [...machines.keys()].map(listed) }),
    DescribeStateMachine: operation(Input.OneMachine, ({ stateMachineArn }) => {
      const { machineName } = named(stateMachineArn);
      const definition = JSON.stringify(definitions.get(machineName));
      return { ...listed(machineName), status: "ACTIVE", definition, roleArn: arn("iam", "role/local") };
    }),
  };
}

const summary = (it: Execution) => ({
  executionArn: it.arn,
  stateMachineArn: machineArn(it.machine),
  name: it.name,
  status: it.status,
  startDate: it.startedAt / 1000,
  ...(it.stoppedAt === undefined ? {} : { stopDate: it.stoppedAt / 1000 }),
});

const described = (it: Execution) => ({
  ...summary(it),
  input: it.input,
  inputDetails: { included: true },
  output: it.output,
  error: it.error,
  cause: it.cause,
});

const historyEvent = ({ type, at, details }: Happening, index: number) => ({
  id: index + 1,
  previousEventId: index,
  timestamp: at / 1000,
  type,
  ...details,
});
