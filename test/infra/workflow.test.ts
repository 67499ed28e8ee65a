import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { campaignWorkflow, functions, importWorkflow } from "../../infra/index.ts";
import { lint } from "../../packages/local/workflow/lint.ts";

type Validate = (definition: unknown) => { isValid: boolean; errorsText: () => string };
const require = createRequire(import.meta.url);
const validate: Validate = require("asl-validator");

interface State {
  readonly Type: string;
  readonly Next?: string;
  readonly Default?: string;
  readonly Choices?: readonly { readonly Next: string }[];
  readonly Catch?: readonly { readonly Next: string }[];
  readonly Retry?: readonly { readonly JitterStrategy?: string }[];
  readonly ItemProcessor?: Machine;
}
interface Machine {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
}

const arnOf = (name: string) => `arn:aws:lambda:eu-central-1:111122223333:function:${name}`;
const wholes = [campaignWorkflow, importWorkflow].map(
  (workflow) => JSON.parse(JSON.stringify(workflow(arnOf))) as Machine,
);
const machines = wholes.flatMap((whole) => [
  whole,
  ...Object.values(whole.States).flatMap((state) => state.ItemProcessor ?? []),
]);

test.each(wholes)("the definition from $StartAt is valid Amazon States Language", (whole) => {
  // The validator writes into what it is given.
  const { isValid, errorsText } = validate(structuredClone(whole));
  expect(isValid, isValid ? "" : errorsText()).toBe(true);
});

test.each(wholes)("a laptop can run all of it from $StartAt", (whole) => {
  expect(lint(whole)).toEqual([]);
});

test.each(machines)(
  "every state that $StartAt leads to exists, and each is led to",
  ({ StartAt, States }) => {
    const targets = Object.values(States).flatMap((state) => [state.Next, state.Default, ...further(state)]);
    const named = new Set([StartAt, ...targets.filter((name) => name !== undefined)]);
    expect([...named].sort()).toEqual(Object.keys(States).sort());
  },
);

const further = ({ Choices = [], Catch = [] }: State) => [...Choices, ...Catch].map(({ Next }) => Next);

const tasks = machines.flatMap(({ States }) =>
  Object.entries(States).filter(([, { Type }]) => Type === "Task"),
);

test.each(tasks)("task %s is tried again, spread by jitter", (_, { Retry = [] }) => {
  expect(Retry.length).toBeGreaterThan(0);
  expect(Retry.every(({ JitterStrategy }) => JitterStrategy === "FULL")).toBe(true);
});

test("every task is a function", () => {
  const asked: string[] = [];
  for (const workflow of [campaignWorkflow, importWorkflow])
    workflow((name) => {
      asked.push(name);
      return arnOf(name);
    });
  expect(asked.filter((name) => !Object.hasOwn(functions, name))).toEqual([]);
  expect(asked).toHaveLength(tasks.length);
});
