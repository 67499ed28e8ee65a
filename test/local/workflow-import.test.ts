import { SFNClient, StartExecutionCommand } from "@aws-sdk/client-sfn";
import { expect, test } from "vitest";
import { importing, importWorkflow } from "../../infra/index.ts";
import { machineArn, startWorkflows } from "../../packages/local/workflow/index.ts";
import { credentials, openMachine } from "./machine.ts";

const MINUTE = 60_000;
const functionArn = (name: string) => `arn:aws:lambda:us-east-1:000000000000:function:${name}`;

test("an import whose file can't be cut is tried seven times, then marked failed with the cause", async () => {
  const machine = await openMachine();
  const called: { name: string; payload: unknown }[] = [];
  const workflows = await startWorkflows({
    ...machine,
    machines: [{ name: importing.name, definition: importWorkflow(functionArn) }],
    invoke: async (arn, payload) => {
      const name = arn.split(":").at(-1) ?? "";
      called.push({ name, payload });
      if (name === "importPrepare") throw new TypeError("The file is gone");
      return {};
    },
  });
  machine.clock.watch(workflows);
  const client = new SFNClient({
    endpoint: workflows.endpoint,
    region: "us-east-1",
    credentials,
    maxAttempts: 1,
  });
  const input = JSON.stringify({ importId: "imp_1", attempt: 1, trace: "trc_1" });
  await client.send(
    new StartExecutionCommand({ stateMachineArn: machineArn(importing.name), name: "imp_1-1", input }),
  );
  await machine.clock.settled();
  await machine.clock.moveTo(machine.clock.ms() + 10 * MINUTE);

  expect(called.filter(({ name }) => name === "importPrepare")).toHaveLength(7);
  expect(called.at(-1)).toMatchObject({
    name: "importFail",
    payload: { importId: "imp_1", attempt: 1, error: { Error: "TypeError" } },
  });
  expect(workflows.executions()).toMatchObject([{ status: "FAILED", error: "ImportFailed" }]);
  client.destroy();
  await workflows.stop();
  await machine.remove();
});
