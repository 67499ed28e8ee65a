import { writeSync } from "node:fs";
import { startQueues } from "../../../packages/local/queue/index.ts";
import { openMachine } from "../machine.ts";

/** Sends twenty messages, is handed the first of them, and is killed while it holds it. */
const machine = await openMachine(process.argv[2]);
const spec = {
  function: "enrol",
  batch: 1,
  window: 0,
  visibility: 180,
  attempts: 3,
  concurrency: 1,
} as const;
const held = Promise.withResolvers<void>();
const invoke = () => {
  held.resolve();
  return new Promise(() => undefined);
};
const queues = await startQueues({ queues: { enrol: spec }, invoke, ...machine });
for (let number = 0; number < 20; number += 1) {
  await queues.send("enrol", `message ${number}`);
  writeSync(1, `message ${number}\n`);
}
await held.promise;
process.kill(process.pid, "SIGKILL");
