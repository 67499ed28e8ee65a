import {
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  ListExecutionsCommand,
  StartExecutionCommand,
  StopExecutionCommand,
} from "@aws-sdk/client-sfn";
import { from } from "../case.ts";
import { outcome, refused } from "../outcome.ts";
import type { Place } from "../place.ts";

const INPUT = JSON.stringify({ campaignId: "cmp_1", epoch: 1, run: 1, trace: "trc_1" });
const start = ({ sfn, machine }: Place, name: string, more: object = {}) =>
  sfn.send(new StartExecutionCommand({ stateMachineArn: machine, name, input: INPUT, ...more }));
const arnOf = ({ machine }: Place, name: string) =>
  `${machine.replace(":stateMachine:", ":execution:")}:${name}`;
const stop = (place: Place, name: string, more: object = {}) =>
  place.sfn.send(new StopExecutionCommand({ executionArn: arnOf(place, name), ...more }));
const describe = (place: Place, name: string) =>
  outcome(place.sfn.send(new DescribeExecutionCommand({ executionArn: arnOf(place, name) })), (it) => ({
    status: it.status,
    input: it.input,
    error: it.error ?? "none",
    cause: it.cause ?? "none",
    stopped: it.stopDate !== undefined,
  }));
const running = { status: "RUNNING", input: INPUT, error: "none", cause: "none", stopped: false };

const starts = from("states start", "Step Functions API reference, StartExecution");
const stops = from("states stop", "Step Functions API reference, StopExecution");

export const workflows = [
  starts("runs, under the name of its execution", { arn: true, ...running }, async (place) => {
    const { executionArn } = await start(place, "w1");
    return { arn: executionArn === arnOf(place, "w1"), ...((await describe(place, "w1")) as object) };
  }),
  starts("the same name and input while it runs", { same: true }, async (place) => {
    const first = await start(place, "w2");
    return outcome(start(place, "w2"), (it) => ({
      same: it.executionArn === first.executionArn && it.startDate?.getTime() === first.startDate?.getTime(),
    }));
  }),
  starts("the same name with another input", refused("ExecutionAlreadyExists"), async (place) => {
    await start(place, "w3");
    return outcome(start(place, "w3", { input: "{}" }));
  }),
  starts("the same name and input after it has ended", refused("ExecutionAlreadyExists"), async (place) => {
    await start(place, "w4");
    await stop(place, "w4");
    return outcome(start(place, "w4"));
  }),
  starts("a name of 80 characters", "done", (place) => outcome(start(place, "w".repeat(80)))),
  starts("a name of 81 characters", refused("ValidationException"), (place) =>
    outcome(start(place, "w".repeat(81))),
  ),
  starts("a name with a blank", refused("InvalidName"), (place) => outcome(start(place, "w 5"))),
  starts("an input that is not JSON", refused("InvalidExecutionInput"), (place) =>
    outcome(start(place, "w6", { input: "{" })),
  ),
  starts("an input over 256 KiB", refused("ValidationException"), (place) =>
    outcome(start(place, "w7", { input: JSON.stringify("x".repeat(262_144)) })),
  ),
  starts("a machine that is not there", refused("StateMachineDoesNotExist"), (place) =>
    outcome(start(place, "w8", { stateMachineArn: `${place.machine}-nowhere` })),
  ),
  starts("a machine that is no address", refused("InvalidArn"), (place) =>
    outcome(start(place, "w9", { stateMachineArn: "nowhere" })),
  ),
  stops(
    "ends it with its reason",
    { ...running, status: "ABORTED", error: "Replaced", cause: "another epoch", stopped: true },
    async (place) => {
      await start(place, "w10");
      await stop(place, "w10", { error: "Replaced", cause: "another epoch" });
      return describe(place, "w10");
    },
  ),
  stops("twice", "done", async (place) => {
    await start(place, "w11");
    await stop(place, "w11");
    return outcome(stop(place, "w11"));
  }),
  stops("what never ran", refused("ExecutionDoesNotExist"), (place) => outcome(stop(place, "w12"))),
  from("states", "Step Functions API reference, DescribeExecution")(
    "describing what never ran",
    refused("ExecutionDoesNotExist"),
    (place) => describe(place, "w13"),
  ),
  from("states", "Step Functions API reference, ListExecutions")(
    "listing those that were stopped",
    ["w14"],
    async (place) => {
      await start(place, "w14");
      await stop(place, "w14");
      const { executions = [] } = await place.sfn.send(
        new ListExecutionsCommand({ stateMachineArn: place.machine, statusFilter: "ABORTED" }),
      );
      return executions.map(({ name }) => name).filter((name) => name === "w14");
    },
  ),
  from("states", "Step Functions API reference, CreateStateMachine and DescribeStateMachine")(
    "takes the product's definitions and keeps them",
    ["Open STANDARD", "Prepare STANDARD"],
    async ({ sfn, machine, importMachine }) => {
      const asked = [machine, importMachine].map((stateMachineArn) =>
        sfn.send(new DescribeStateMachineCommand({ stateMachineArn })),
      );
      return (await Promise.all(asked)).map(
        ({ definition = "{}", type }) => `${JSON.parse(definition).StartAt} ${type}`,
      );
    },
  ),
];
