import { allStates, type Machine, parseMachine, type State } from "./asl.ts";

/** Longer than this overflows the interpreter's timers (2^31 ms). */
const LONGEST_SECONDS = 24 * 86_400;

/** The one service integration known here, and functions named directly. */
const known = /^arn:aws:states:::lambda:invoke$|^arn:aws:lambda:/;

/** What the interpreter fills with its own run's values, which are not the execution's. */
const misleading = /\$\$\.(Execution\.(Input|StartTime)|Task\.Token)\b/;

/**
 * What a laptop can't run of a definition that AWS could: one sentence each, naming the state. Empty when it can run all.
 * The same list keeps the product's workflows within what both can do.
 */
export function lint(definition: unknown): string[] {
  const machine = parseMachine(definition);
  const states = allStates(machine.States);
  const names = states.map(([name]) => name);
  return [
    ...(machine.QueryLanguage === "JSONata"
      ? ["The machine is written in JSONata; only JSONPath runs here"]
      : []),
    ...tooLong("The machine", machine),
    ...names
      .filter((name, at) => names.indexOf(name) !== at)
      .map((name) => `${name}: two states have this name`),
    ...states.flatMap(([name, state, nested]) => problems(name, state, nested)),
  ];
}

function problems(name: string, state: State, nested: boolean): string[] {
  const { Type } = state;
  const found: [boolean, string][] = [
    [state.QueryLanguage === "JSONata", "is written in JSONata; only JSONPath runs here"],
    ["Assign" in state, "uses Assign; variables don't run here"],
    [
      nested && Type === "Wait",
      "waits inside a Map or Parallel state; only waits at the top level survive a restart",
    ],
    [
      nested && Type !== "Task" && "Retry" in state,
      "retries a state that isn't a task inside a Map or Parallel state",
    ],
    [
      Type === "Task" && !known.test(state.Resource ?? ""),
      `calls ${state.Resource}; only Lambda functions run here`,
    ],
    [mode(state) === "DISTRIBUTED", "is a distributed Map; only inline ones run here"],
    [misleading.test(JSON.stringify(state)), "reads a part of the context object that isn't kept here"],
  ];
  return [...found.filter(([wrong]) => wrong).map(([, text]) => `${name} ${text}`), ...tooLong(name, state)];
}

function mode(state: State): unknown {
  const processor = state.ItemProcessor as { ProcessorConfig?: { Mode?: unknown } } | undefined;
  return processor?.ProcessorConfig?.Mode;
}

const tooLong = (name: string, { TimeoutSeconds }: Machine | State) =>
  typeof TimeoutSeconds === "number" && TimeoutSeconds > LONGEST_SECONDS
    ? [`${name} has a TimeoutSeconds of more than 24 days, which overflows the interpreter's timers`]
    : [];
