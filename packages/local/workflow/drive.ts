import type { MovableClock } from "../clock/index.ts";
import type { Journal } from "../journal/index.ts";
import type { Machine } from "./asl.ts";
import { dueAt, type Execution, type Happening, machineArn } from "./execution.ts";
import { interpret } from "./interpret.ts";
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
  readonly naps: Set<Nap>;
}
interface Nap {
  readonly until: number;
  readonly wake: () => void;
}

/** Moves executions: each step is on disk before the next begins, so that a killed machine goes on where it stood. */
export class Driver {
  readonly #options: DriverOptions;
  readonly #runs = new Map<string, Run>();
  #stopped = false;

  constructor(options: DriverOptions) {
    this.#options = options;
  }

  /** Sets going whatever is due. */
  pump(): void {
    if (this.#stopped) return;
    const now = this.#options.clock.ms();
    for (const nap of this.#naps()) if (nap.until <= now) nap.wake();
    for (const { arn } of this.#parked().filter((it) => dueAt(it) <= now)) {
      const run: Run = { controller: new AbortController(), happenings: [], calls: 0, naps: new Set() };
      this.#runs.set(arn, run);
      // Stopped, or the store is closing: what is on disk decides what happens next.
      this.#advance(arn, run)
        .catch(() => undefined)
        .finally(() => this.#runs.delete(arn));
    }
  }

  /** Ends an execution at once, also while a task runs, whose result is then nobody's. */
  async abort(
    execution: Execution,
    reason: { readonly error?: string; readonly cause?: string },
  ): Promise<void> {
    const { ledger, clock } = this.#options;
    const aborted = ended(execution, "ABORTED", clock.ms(), reason);
    const saved = ledger.save(aborted.execution, aborted.happenings);
    this.#runs.get(execution.arn)?.controller.abort();
    await saved;
  }

  nextDue(): number | undefined {
    const due = [...this.#parked().map(dueAt), ...this.#naps().map((nap) => nap.until)];
    return due.sort((a, b) => a - b)[0];
  }

  idle(): boolean {
    const { clock } = this.#options;
    const waits = this.#parked().every((it) => dueAt(it) > clock.ms());
    return waits && [...this.#runs.values()].every((run) => asleep(run, clock));
  }

  /** Leaves everything where it stands on disk. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const run of this.#runs.values()) run.controller.abort();
    await this.#options.ledger.written();
  }

  async #advance(arn: string, run: Run): Promise<void> {
    const { ledger, clock, journal } = this.#options;
    const due = (it: Execution | undefined) => it?.status === "RUNNING" && dueAt(it) <= clock.ms();
    for (let at = ledger.get(arn); at && due(at); at = ledger.get(arn)) {
      const { execution, happenings } = await this.#step(at, run);
      run.controller.signal.throwIfAborted();
      await ledger.save(execution, [...run.happenings.splice(0), ...happenings]);
      if (at.trace && happenings.some(({ type }) => type.endsWith("StateEntered")))
        journal.note({ trace: at.trace, room: "workflow", what: execution.state, id: at.name });
    }
  }

  #step(execution: Execution, run: Run) {
    const { machines, invoke, clock } = this.#options;
    const machine = machines.get(execution.machine) ?? { StartAt: "", States: {} };
    const { signal } = run.controller;
    const handlers = handlersFor(machine, invoke, workOf(execution, run, clock));
    const context = contextOf(execution);
    return step(execution, {
      machine,
      now: clock.ms,
      run: (state, input) => interpret(execution.state, state, input, { handlers, context, signal }),
    });
  }

  #parked(): Execution[] {
    return this.#options.ledger.list().filter((it) => it.status === "RUNNING" && !this.#runs.has(it.arn));
  }
  #naps(): Nap[] {
    return [...this.#runs.values()].flatMap((run) => [...run.naps]);
  }
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
      const nap: Nap = { until: clock.ms() + ms, wake: () => void (run.naps.delete(nap) && resolve()) };
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
