import { expect, test } from "vitest";
import { campaignWorkflow } from "../../infra/index.ts";
import { lint } from "../../packages/local/workflow/index.ts";

const lambda = "arn:aws:states:::lambda:invoke";
const machine = (state: object, more: object = {}) => ({ StartAt: "S", States: { S: state }, ...more });
const map = (state: object) => ({
  Type: "Map",
  ItemProcessor: { StartAt: "In", States: { In: state } },
  End: true,
});

test("the campaign's workflow runs on a laptop", () => {
  expect(lint(campaignWorkflow((name) => `arn:aws:lambda:us-east-1:000000000000:function:${name}`))).toEqual(
    [],
  );
});

test.each([
  [
    "JSONata",
    machine({ Type: "Pass", End: true }, { QueryLanguage: "JSONata" }),
    "The machine is written in JSONata",
  ],
  [
    "JSONata in a state",
    machine({ Type: "Pass", QueryLanguage: "JSONata", End: true }),
    "S is written in JSONata",
  ],
  ["Assign", machine({ Type: "Pass", Assign: { a: 1 }, End: true }), "S uses Assign"],
  ["a nested Wait", machine(map({ Type: "Wait", Seconds: 1, End: true })), "In waits inside"],
  [
    "a nested Map's Retry",
    machine(map({ Type: "Parallel", Branches: [], Retry: [], End: true })),
    "In retries a state",
  ],
  [
    "a long machine",
    machine({ Type: "Pass", End: true }, { TimeoutSeconds: 25 * 86_400 }),
    "The machine has a Timeout",
  ],
  [
    "a long task",
    machine({ Type: "Task", Resource: lambda, TimeoutSeconds: 31_536_000, End: true }),
    "S has a Timeout",
  ],
  ["a callback", machine({ Type: "Task", Resource: `${lambda}.waitForTaskToken`, End: true }), "S calls"],
  [
    "another service",
    machine({ Type: "Task", Resource: "arn:aws:states:::events:putEvents", End: true }),
    "S calls",
  ],
  [
    "the original input",
    machine({ Type: "Pass", Parameters: { "a.$": "$$.Execution.Input.a" }, End: true }),
    "S reads",
  ],
  [
    "a name used twice",
    { StartAt: "In", States: { In: map({ Type: "Pass", End: true }) } },
    "In: two states",
  ],
  [
    "a distributed Map",
    machine({
      Type: "Map",
      ItemProcessor: { ProcessorConfig: { Mode: "DISTRIBUTED" }, StartAt: "In", States: {} },
      End: true,
    }),
    "S is a distributed Map",
  ],
])("refuses %s", (_, definition, problem) => {
  expect(lint(definition)).toEqual([expect.stringContaining(problem)]);
});
