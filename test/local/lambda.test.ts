import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Handler, startLambda } from "../../packages/local/lambda/index.ts";
import { type Machine, openMachine } from "./machine.ts";

const spec = (handler: string, timeout = 30) => ({ purpose: "", handler, memory: 256, timeout, grants: [] });
const functions = {
  hello: spec("functions/hello.mjs"),
  missing: spec("functions/none.mjs"),
  late: spec("", 0.02),
};

let machine: Machine;
beforeEach(async () => {
  machine = await openMachine();
});
afterEach(() => machine.remove());

const lambda = (handlers: Record<string, Handler> = {}) =>
  startLambda({ functions, root: machine.dir, handlers, ...machine });

test("loads the module at the first invocation, once, and gives it a context", async () => {
  await mkdir(join(machine.dir, "functions"));
  const source = `let calls = 0;
    export const handler = async (event, context) => ({ calls: ++calls, event, name: context.functionName,
      arn: context.invokedFunctionArn, memory: context.memoryLimitInMB, left: context.getRemainingTimeInMillis() > 29000 })`;
  await writeFile(join(machine.dir, "functions/hello.mjs"), source);
  const { invoke } = await lambda();
  await invoke("hello", {});
  expect(await invoke("hello", { at: new Date(0), gone: undefined })).toEqual({
    calls: 2,
    event: { at: "1970-01-01T00:00:00.000Z" },
    name: "hello",
    arn: "arn:aws:lambda:us-east-1:000000000000:function:hello",
    memory: "256",
    left: true,
  });
});

test("reports errors as Lambda does", async () => {
  const { invoke } = await lambda({
    hello: () => {
      throw new TypeError("no such step");
    },
    late: () => new Promise(() => undefined),
  });
  await expect(invoke("hello", {})).rejects.toMatchObject({
    errorType: "TypeError",
    errorMessage: "no such step",
  });
  await expect(invoke("missing", {})).rejects.toMatchObject({ errorType: "Runtime.ImportModuleError" });
  await expect(invoke("nobody", {})).rejects.toMatchObject({ errorType: "ResourceNotFoundException" });
  await expect(invoke("late", {})).rejects.toMatchObject({
    errorType: "Sandbox.Timedout",
    errorMessage: expect.stringMatching(/Task timed out after 0\.02 seconds$/),
  });
});

test("is idle only when nothing runs, and leaves a trace", async () => {
  const gate = Promise.withResolvers<void>();
  const { invoke, idle } = await lambda({ hello: () => gate.promise });
  const running = invoke("hello", {}, { trace: "trc_1" });
  expect(await idle()).toBe(false);
  gate.resolve();
  expect(await running).toBeNull();
  expect(await idle()).toBe(true);
  await expect
    .poll(() => machine.journal.list({ trace: "trc_1" }))
    .toMatchObject([{ room: "lambda", what: "hello" }]);
});

test("names and ARNs go both ways", async () => {
  const { arnOf, nameOf } = await lambda();
  expect(nameOf(arnOf("hello"))).toBe("hello");
  expect(nameOf(`${arnOf("hello")}:$LATEST`)).toBe("hello");
  expect(nameOf("hello")).toBe("hello");
});
