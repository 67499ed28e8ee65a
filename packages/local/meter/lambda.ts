import type { FunctionSpec } from "../../../infra/functions.ts";
import type { Callee, Invocation } from "./invocation.ts";
import type { Meter } from "./reading.ts";

/**
 * What a run of a function takes on AWS. A laptop's own time says little about it, so this is a model: it waits for each call as
 * long as the service takes, for those side by side once; it computes for a while with the share of a core that its memory buys
 * (1,769 MB are one vCPU: Lambda guide, "Configure Lambda function memory"); the first run after a pause starts the function.
 */
export const MODEL = {
  /** Milliseconds until a call is answered: DynamoDB promises single digits, SES was seen at 30 to 100. */
  wait: { table: 8, email: 100, other: 40 } satisfies Record<Callee, number>,
  /** Milliseconds of a whole vCPU for a call (signing, writing and reading JSON), a mail (rendering) and a run. */
  compute: { call: 1.5, mail: 5, run: 5 },
  /** Milliseconds that a start takes; since August 2025 it is billed like any other time. */
  start: 700,
  /** A function that nobody called for so long is started anew, in milliseconds. */
  idle: 600_000,
  /** Megabytes of memory that come with one vCPU. */
  core: 1769,
  /** Bytes that a run leaves in its log: START, END and REPORT in JSON and one line of ours. */
  log: 1000,
} as const;

/** Milliseconds that a run is billed, warm. */
export function billed({ calls, abreast }: Pick<Invocation, "calls" | "abreast">, memory: number): number {
  const { wait, compute, core } = MODEL;
  const callees = Object.keys(calls) as Callee[];
  const waits = callees.reduce((sum, callee) => sum + calls[callee] * wait[callee], 0) / abreast;
  const asked = callees.reduce((sum, callee) => sum + calls[callee], 0);
  const computed = compute.run + asked * compute.call + calls.email * compute.mail;
  return Math.ceil(waits + computed * Math.max(1, core / memory));
}

/** Tells a meter what each run of a function costs. */
export function lambdaMeter(meter: Meter, now: () => number) {
  const last = new Map<string, number>();
  return (invocation: Invocation, { memory }: Pick<FunctionSpec, "memory">) => {
    const { name } = invocation;
    const cold = now() - (last.get(name) ?? Number.NEGATIVE_INFINITY) > MODEL.idle;
    last.set(name, now());
    const ms = billed(invocation, memory) + (cold ? MODEL.start : 0);
    meter("lambda.request", 1, name);
    meter("lambda.gbSecond", (ms / 1000) * (memory / 1024), name);
    meter("logs.byte", MODEL.log, name);
  };
}
