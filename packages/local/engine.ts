import type { Table } from "../../infra/table.ts";
import type { MovableClock } from "./clock/index.ts";
import type { DynamoDb } from "./dynamodb/index.ts";
import { startNear } from "./dynamodb/near.ts";
import { startDynamoDbThread } from "./dynamodb/thread.ts";
import type { Journal } from "./journal/index.ts";
import { type Lambda, startLambda } from "./lambda/index.ts";
import type { RuntimeOptions } from "./lambda/runtime.ts";
import { type Environment, startLambdaThreads } from "./lambda/thread.ts";
import type { Meter } from "./meter/index.ts";

interface EngineOptions extends Pick<RuntimeOptions, "functions" | "root"> {
  /** Directory of the table. */
  readonly path: string;
  readonly table: Table;
  readonly clock: MovableClock;
  readonly journal: Journal;
  readonly awaited: ReadonlySet<string>;
  /** Looks on in this thread only. */
  readonly meter?: Meter;
}

/** What does most of the work: the table, and the functions that call it. */
export interface Engine {
  readonly dynamodb: DynamoDb;
  readonly lambda: Lambda;
  /** Gives the functions their environment. Must come before the first invocation. */
  provide(environment: Environment): Promise<void>;
}

/** Each in threads of its own, so that all cores work. */
export async function startThreadedEngine(options: EngineOptions): Promise<Engine> {
  const [dynamodb, lambda] = await Promise.all([startDynamoDbThread(options), startLambdaThreads(options)]);
  return { dynamodb, lambda, provide: (environment) => lambda.provide(environment, dynamodb.connect) };
}

/** All in this thread, where a test can look on. */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const [dynamodb, lambda] = [await startNear(options), await startLambda(options)];
  const provide = async (environment: Environment) => void Object.assign(process.env, environment);
  return { dynamodb, lambda, provide };
}
