import type { Asl } from "../../../infra/workflows/campaign.ts";
import type { MovableClock } from "../clock/index.ts";
import type { Journal } from "../journal/index.ts";
import type { Meter } from "../meter/index.ts";
import type { Service } from "../service.ts";
import type { Store } from "../store.ts";
import { serve } from "../wire/index.ts";
import { parseMachine } from "./asl.ts";
import { Driver } from "./drive.ts";
import type { Execution, Happening } from "./execution.ts";
import { openLedger } from "./ledger.ts";
import { lint } from "./lint.ts";
import { operations } from "./protocol.ts";
import type { Invoke } from "./task.ts";

export { type Execution, type Happening, machineArn } from "./execution.ts";
export { lint } from "./lint.ts";

export interface Workflows extends Service {
  readonly endpoint: string;
  /** Executions, newest first, each with the state it is in. */
  executions(options?: { readonly machine?: string; readonly limit?: number }): Execution[];
  /** What happened in an execution, in order. */
  history(arn: string): Promise<Happening[]>;
}

export interface WorkflowOptions {
  readonly machines: readonly { readonly name: string; readonly definition: Asl }[];
  readonly store: Store;
  readonly clock: MovableClock;
  readonly journal: Journal;
  readonly meter?: Meter;
  readonly invoke: Invoke;
}

const POLL_MS = 25;

/**
 * Step Functions, Standard workflows: durable, on the movable clock. Throws when a definition can't run here; that it is valid
 * Amazon States Language is a test's business, because the validator alone takes a third of a start.
 */
export async function startWorkflows({
  machines,
  store,
  clock,
  journal,
  meter,
  invoke,
}: WorkflowOptions): Promise<Workflows> {
  for (const { name, definition } of machines) check(name, definition);
  const definitions = new Map(machines.map(({ name, definition }) => [name, definition]));
  const parsed = new Map(machines.map(({ name, definition }) => [name, parseMachine(definition)]));
  const ledger = await openLedger(store, meter);
  const driver = new Driver({ machines: parsed, ledger, clock, journal, invoke });
  const api = { machines: parsed, definitions, ledger, now: clock.ms, since: clock.ms(), journal, driver };
  const wire = await serve("AWSStepFunctions", operations(api));
  const timer = setInterval(() => driver.pump(), POLL_MS).unref();
  driver.pump();
  return {
    endpoint: wire.endpoint,
    executions({ machine, limit = 100 } = {}) {
      const all = ledger.list().filter((it) => machine === undefined || it.machine === machine);
      return all.reverse().slice(0, limit);
    },
    history: ledger.history,
    nextDue: async () => driver.nextDue(),
    async idle() {
      driver.pump();
      return !wire.busy() && driver.idle();
    },
    async stop() {
      clearInterval(timer);
      await wire.stop();
      await driver.stop();
    },
  };
}

function check(name: string, definition: Asl) {
  const problems = lint(definition);
  if (problems.length > 0) throw new Error(`${name} can't run here. ${problems.join(". ")}`);
}
