import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { AwsError } from "../wire/index.ts";
import type { Json, Machine } from "./asl.ts";
import { type Execution, executionArn } from "./execution.ts";
import type { Ledger } from "./ledger.ts";
import type { Start } from "./schema.ts";
import { entering } from "./step.ts";

/** No character blank or special (StartExecution, `name`). How long it may be is said where it is parsed. */
const NAME = /^[^\s<>{}[\]?*"#%\\^|~`$&,;:/\p{C}]+$/u;

interface Options {
  readonly machine: Machine;
  readonly machineName: string;
  readonly ledger: Ledger;
  readonly now: number;
}

/**
 * Starts an execution; resolves once it is on disk. Starting a running one again under the same name with the same input
 * answers the first start, as AWS does for Standard workflows; any other use of a name again is refused.
 */
export async function start(
  { name = randomUUID(), input }: z.output<typeof Start>,
  options: Options,
): Promise<Execution> {
  const { machine, machineName, ledger, now } = options;
  if (!NAME.test(name)) throw new AwsError("InvalidName", `Invalid Name: '${name}'`);
  const cursor = parse(input);
  const arn = executionArn(machineName, name);
  const known = ledger.get(arn);
  if (known?.status === "RUNNING" && known.input === input) return known;
  if (known) throw new AwsError("ExecutionAlreadyExists", `Execution Already Exists: '${arn}'`);
  const trace = traceIn(cursor);
  const fresh: Execution = {
    arn,
    machine: machineName,
    name,
    status: "RUNNING",
    input,
    startedAt: now,
    state: machine.StartAt,
    cursor,
    enteredAt: now,
    retries: [],
    events: 0,
    ...(trace === undefined ? {} : { trace }),
    ...(machine.TimeoutSeconds === undefined ? {} : { deadline: now + machine.TimeoutSeconds * 1000 }),
  };
  const started = { type: "ExecutionStarted", at: now, details: { executionStartedEventDetails: { input } } };
  await ledger.save(fresh, [started, entering(machine, machine.StartAt, cursor, now)]);
  return fresh;
}

function parse(input: string): Json {
  try {
    return JSON.parse(input);
  } catch {
    throw new AwsError("InvalidExecutionInput", "Invalid State Machine Execution Input: it is not JSON");
  }
}

const traceIn = (input: Json): string | undefined =>
  typeof input === "object" && input !== null && "trace" in input && typeof input.trace === "string"
    ? input.trace
    : undefined;
