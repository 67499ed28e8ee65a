import { type MessagePort, workerData } from "node:worker_threads";
import { Clock } from "@perennial/core/clock.ts";
import { followClock } from "../clock/shared.ts";
import { askOver } from "../dynamodb/port.ts";
import { takeShortWay } from "../dynamodb/short-way.ts";
import { leaveUnsigned } from "../dynamodb/unsigned.ts";
import { answer } from "../thread/answer.ts";
import { failure } from "./error.ts";
import { createRuntime } from "./runtime.ts";
import type { Environment, Given, Outcome } from "./thread.ts";

const { functions, root, clock: memory } = workerData as Given;
const clock = followClock(memory);
Clock.use(clock.ms);
leaveUnsigned();
const runtime = createRuntime({ functions, root, clock });

async function invoke(name: string, event: string, id: string): Promise<Outcome> {
  try {
    return { text: await runtime.invoke(name, event, id) };
  } catch (thrown) {
    const { errorType, errorMessage, trace: stack } = failure(thrown);
    return { failure: { errorType, errorMessage, trace: stack } };
  }
}

function provide(table: MessagePort, environment: Environment, warm: ReadonlySet<string>) {
  Object.assign(process.env, environment);
  takeShortWay(environment.AWS_ENDPOINT_URL_DYNAMODB ?? "", askOver(table));
  // What can't be loaded says so when it is called.
  for (const name of warm) runtime.warm(name).catch(() => undefined);
}

answer({ invoke, provide });
