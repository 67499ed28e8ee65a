import type { Meter } from "../meter/index.ts";
import { room, type Store } from "../store.ts";
import { trail } from "../trail/index.ts";
import type { Execution, Happening } from "./execution.ts";

/** Executions and their histories, in memory and on disk. Writes follow each other in the order they were asked for. */
export interface Ledger {
  get(arn: string): Execution | undefined;
  /** All of them, in the order in which they were started. */
  list(): Execution[];
  /** Replaces an execution and extends its history in one write; resolves once it is on disk. */
  save(execution: Execution, happenings: readonly Happening[]): Promise<void>;
  history(arn: string): Promise<Happening[]>;
  /** Resolves when everything asked for is written. */
  written(): Promise<void>;
}

/** Step Functions bills the start, each state that is entered, and a task each time it is tried. */
const isTransition = (type: string) =>
  type === "ExecutionStarted" ||
  type === "TaskScheduled" ||
  (type.endsWith("StateEntered") && type !== "TaskStateEntered");

const number = (id: number) => String(id).padStart(6, "0");

interface Entered {
  readonly stateEnteredEventDetails?: { readonly name: string };
}

export async function openLedger(store: Store, meter?: Meter): Promise<Ledger> {
  const kept = room<Execution>(store, "workflow");
  const histories = room<Happening>(store, "workflow-history");
  const found = (await kept.values().all()).sort((a, b) => a.startedAt - b.startedAt);
  const executions = new Map(found.map((execution) => [execution.arn, execution]));
  let tail: Promise<void> = Promise.resolve();

  function save(execution: Execution, happenings: readonly Happening[]) {
    const first = execution.events + 1;
    for (const { type, details } of happenings) {
      if (isTransition(type)) meter?.("states.transition", 1, execution.machine);
      const { stateEnteredEventDetails: entered } = (details ?? {}) as Entered;
      if (entered) trail("state", execution.machine, entered.name);
    }
    const counted = { ...execution, events: execution.events + happenings.length };
    executions.set(execution.arn, counted);
    const write = () =>
      store.batch([
        { type: "put", sublevel: kept, key: execution.arn, value: counted },
        ...happenings.map((value, at) => {
          const key = `${execution.arn}/${number(first + at)}`;
          return { type: "put", sublevel: histories, key, value } as const;
        }),
      ]);
    const done = tail.then(write);
    tail = done.catch(() => undefined);
    return done;
  }
  return {
    get: (arn) => executions.get(arn),
    list: () => [...executions.values()],
    save,
    history: (arn) => histories.values({ gt: `${arn}/`, lt: `${arn}0` }).all(),
    written: () => tail,
  };
}
