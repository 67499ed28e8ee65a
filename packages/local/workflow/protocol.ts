import type { Journal } from "../journal/index.ts";
import { AwsError, operation } from "../wire/index.ts";
import { arn } from "../wire/names.ts";
import type { Machine } from "./asl.ts";
import type { Driver } from "./drive.ts";
import { type Execution, type Happening, machineArn } from "./execution.ts";
import type { Ledger } from "./ledger.ts";
import * as Input from "./schema.ts";
import { start } from "./start.ts";

interface Options {
  readonly machines: ReadonlyMap<string, Machine>;
  /** The definitions as they were given, by machine. */
  readonly definitions: ReadonlyMap<string, unknown>;
  readonly ledger: Ledger;
  readonly driver: Driver;
  readonly journal: Journal;
  readonly now: () => number;
  readonly since: number;
}

/** The Step Functions operations this machine answers (Step Functions API reference, Standard workflows). */
export const operations = (options: Options) => ({
  ...starting(options),
  ...executions(options),
  ...stateMachines(options),
});

function starting({ machines, ledger, driver, journal, now }: Options) {
  return {
    StartExecution: operation(Input.Start, async (input) => {
      const { name, machine } = machineAt(machines, input.stateMachineArn);
      const started = await start(input, { machine, machineName: name, ledger, now: now() });
      const { trace } = started;
      if (trace) journal.note({ trace, room: "workflow", what: started.state, id: started.name });
      driver.pump();
      return { executionArn: started.arn, startDate: started.startedAt / 1000 };
    }),
    StopExecution: operation(Input.Stop, async ({ executionArn, error, cause }) => {
      const reason = { ...(error ? { error } : {}), ...(cause ? { cause } : {}) };
      const known = executionAt(ledger, executionArn);
      if (known.status === "RUNNING") await driver.abort(known, reason);
      return { stopDate: (ledger.get(executionArn)?.stoppedAt ?? now()) / 1000 };
    }),
  };
}

function executions({ machines, ledger }: Options) {
  return {
    DescribeExecution: operation(Input.OneExecution, (input) => {
      const it = executionAt(ledger, input.executionArn);
      const { input: given, output, error, cause } = it;
      return { ...summary(it), input: given, inputDetails: { included: true }, output, error, cause };
    }),
    ListExecutions: operation(Input.Executions, (input) => {
      const { name } = machineAt(machines, input.stateMachineArn);
      const all = ledger.list().filter((it) => it.machine === name);
      const wanted = all.filter((it) => input.statusFilter === undefined || it.status === input.statusFilter);
      const { items, ...more } = Input.page(wanted.reverse(), input);
      return { executions: items.map(summary), ...more };
    }),
    GetExecutionHistory: operation(Input.History, async (input) => {
      const { arn } = executionAt(ledger, input.executionArn);
      const all = (await ledger.history(arn)).map(historyEvent);
      const { items, ...more } = Input.page(input.reverseOrder ? all.reverse() : all, input);
      return { events: items, ...more };
    }),
  };
}

function stateMachines({ machines, definitions, since }: Options) {
  const listed = (name: string) => ({
    stateMachineArn: machineArn(name),
    name,
    type: "STANDARD",
    creationDate: since / 1000,
  });
  return {
    ListStateMachines: async () => ({ stateMachines: [...machines.keys()].map(listed) }),
    DescribeStateMachine: operation(Input.OneMachine, ({ stateMachineArn }) => {
      const { name } = machineAt(machines, stateMachineArn);
      const definition = JSON.stringify(definitions.get(name));
      return { ...listed(name), status: "ACTIVE", definition, roleArn: arn("iam", "role/local") };
    }),
  };
}

function machineAt(machines: Options["machines"], stateMachineArn: string) {
  const name = resourceOf(stateMachineArn, "stateMachine");
  const machine = machines.get(name);
  if (!machine)
    throw new AwsError("StateMachineDoesNotExist", `State Machine Does Not Exist: '${stateMachineArn}'`);
  return { name, machine };
}

function executionAt(ledger: Ledger, executionArn: string): Execution {
  resourceOf(executionArn, "execution");
  const known = ledger.get(executionArn);
  if (!known) throw new AwsError("ExecutionDoesNotExist", `Execution Does Not Exist: '${executionArn}'`);
  return known;
}

/** What an ARN of Step Functions names. */
function resourceOf(arn: string, kind: "stateMachine" | "execution"): string {
  const [, name] = new RegExp(`^arn:aws[\\w-]*:states:[\\w-]+:\\d{12}:${kind}:(.+)$`).exec(arn) ?? [];
  if (name === undefined) throw new AwsError("InvalidArn", `Invalid Arn: '${arn}'`);
  return name;
}

const summary = (it: Execution) => ({
  executionArn: it.arn,
  stateMachineArn: machineArn(it.machine),
  name: it.name,
  status: it.status,
  startDate: it.startedAt / 1000,
  ...(it.stoppedAt === undefined ? {} : { stopDate: it.stoppedAt / 1000 }),
});

const historyEvent = ({ type, at, details }: Happening, index: number) => ({
  id: index + 1,
  previousEventId: index,
  timestamp: at / 1000,
  type,
  ...details,
});
