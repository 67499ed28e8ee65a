import type { MovableClock } from "../clock/index.ts";
import type { Journal } from "../journal/index.ts";
import type { Machine } from "./asl.ts";
import { dueAt, type Execution, type Happening, machineArn } from "./execution.ts";
import { interpret, StateError } from "./interpret.ts";
import type { Ledger } from "./ledger.ts";
import { ended, step } from "./step.ts";
import { handlersFor, type Invoke, type Work } from "./task.ts";

interface DriverOptions {
  readonly machines: ReadonlyMap<string, Machine>;
  readonly ledger: Ledger;
  readonly clock: MovableClock;
  readonly journal: Journal;
  readonly invoke: Invoke;
}

/** An execution on the move: what it is doing, and how to make it stop. */
interface Run {
  readonly controller: AbortController;
  readonly happenings: Happening[];
  /** Calls under way. */
  calls: number;
  /** Pauses before retries further in, with what ends them. */
  readonly naps: Set<{ readonly until: number; readonly wake: () => void }>;
}

/** Moves executions: each step is on disk before the next begins, so that a killed machine goes on where it stood. */
export function driver({ machines, ledger, clock, journal, invoke }: DriverOptions) {
  const runs = new Map<string, Run>();
  let stopped = false;
  const open = () => ledger.list().filter((execution) => execution.status === "RUNNING");
  const parked = () => open().filter(({ arn }) => !runs.has(arn));
  const naps = () => [...runs.values()].flatMap((run) => [...run.naps]);

  function pump() {
    if (stopped) return;
    for (const nap of naps()) if (nap.until <= clock.ms()) nap.wake();
    for (const { arn } of parked().filter((it) => dueAt(it) <= clock.ms())) {
      const run: Run = { controller: new AbortController(), happenings: [], calls: 0, naps: new Set() };
      runs.set(arn, run);
      // Stopped, or the store is closing: what is on disk decides what happens next.
      advance(arn, run)
        .catch(() => undefined)
        .finally(() => runs.delete(arn));
    }
  }
  async function advance(arn: string, run: Run) {
    for (
      let at = ledger.get(arn);
      at?.status === "RUNNING" && dueAt(at) <= clock.ms();
      at = ledger.get(arn)
    ) {
      const next = await stepOf(at, run);
      run.controller.signal.throwIfAborted();
      await ledger.save(next.execution, [...run.happenings.splice(0), ...next.happenings]);
      if (at.trace && next.execution.state !== at.state)
        journal.note({ trace: at.trace, room: "workflow", what: next.execution.state, id: at.name });
    }
  }
  function stepOf(execution: Execution, run: Run) {
    const machine = machines.get(execution.machine) ?? { StartAt: "", States: {} };
    const { signal } = run.controller;
    const handlers = handlersFor(machine, invoke, workOf(execution, run, clock));
    const context = contextOf(execution);
    return step(execution, {
      machine,
      now: clock.ms,
      run: (state, input) =>
        interpret(execution.state, state, input, { handlers, context, signal }).catch((error: unknown) => {
          signal.throwIfAborted();
          throw error instanceof StateError ? error : new StateError("States.Runtime", String(error));
        }),
    });
  }
  /** Ends an execution at once, also while a task runs, whose result is then nobody's. */
  async function abort(execution: Execution, reason: { readonly error?: string; readonly cause?: string }) {
    const stopped = ended(execution, "ABORTED", clock.ms(), reason);
    const saved = ledger.save(stopped.execution, stopped.happenings);
    runs.get(execution.arn)?.controller.abort();
    await saved;
  }
  return {
    pump,
    abort,
    nextDue: () => [...parked().map(dueAt), ...naps().map((nap) => nap.until)].sort((a, b) => a - b)[0],
    idle: () =>
      parked().every((it) => dueAt(it) > clock.ms()) && [...runs.values()].every((run) => asleep(run, clock)),
    stop() {
      stopped = true;
      for (const run of runs.values()) run.controller.abort();
      return ledger.written();
    },
  };
}

/** Nothing of it is under way but pauses that are not over. */
const asleep = ({ calls, naps }: Run, clock: MovableClock) =>
  calls === 0 && naps.size > 0 && [...naps].every((nap) => nap.until > clock.ms());

const workOf = ({ trace }: Execution, run: Run, clock: MovableClock): Work => ({
  signal: run.controller.signal,
  trace,
  note: (type, details) =>
    void run.happenings.push({ type, at: clock.ms(), ...(details ? { details } : {}) }),
  async busy(call) {
    run.calls += 1;
    try {
      return await call();
    } finally {
      run.calls -= 1;
    }
  },
  sleep: (ms) =>
    new Promise((resolve) => {
      const nap = { until: clock.ms() + ms, wake: () => void (run.naps.delete(nap) && resolve()) };
      run.naps.add(nap);
    }),
});

/** The context object, as far as it is the execution's own (Step Functions guide, "Accessing execution data"). */
const contextOf = (execution: Execution) => ({
  Execution: { Id: execution.arn, Name: execution.name },
  State: {
    Name: execution.state,
    EnteredTime: new Date(execution.enteredAt).toISOString(),
    RetryCount: execution.retries.reduce((sum, times) => sum + times, 0),
  },
  StateMachine: { Id: machineArn(execution.machine), Name: execution.machine },
});
