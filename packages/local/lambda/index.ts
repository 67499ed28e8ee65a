import { randomUUID } from "node:crypto";
import type { FunctionSpec } from "../../../infra/functions.ts";
import type { MovableClock } from "../clock/index.ts";
import type { Journal } from "../journal/index.ts";
import type { Service } from "../service.ts";
import { arn } from "../wire/names.ts";
import { contextOf, type Invocation } from "./context.ts";
import { failure, LambdaError } from "./error.ts";
import { type Handler, loader } from "./load.ts";

export type { Handler } from "./load.ts";

export interface Lambda extends Service {
  /**
   * Runs a function once and answers what it returned, both ways as JSON. Rejects with a `LambdaError` when it throws,
   * takes longer than its timeout, or can't be loaded. Retries are the caller's business.
   */
  invoke(name: string, event: unknown, options?: { readonly trace?: string }): Promise<unknown>;
  arnOf(name: string): string;
  /** The functions there are. */
  names(): string[];
  /** The function an ARN names, with or without a version behind it; a plain name is taken as it is. */
  nameOf(arn: string): string;
}

export interface LambdaOptions {
  readonly functions: Readonly<Record<string, FunctionSpec>>;
  /** The repository's root, which handler paths are relative to. */
  readonly root: string;
  readonly journal: Journal;
  readonly clock: MovableClock;
  /** Handlers that stand in for a function's module, by function name. */
  readonly handlers?: Readonly<Record<string, Handler>>;
}

/** AWS's limit for a synchronous invocation's payload, each way (Lambda quotas). */
const LARGEST_PAYLOAD = 6 * 1024 * 1024;

/** AWS Lambda, in this process: a handler is loaded at its first invocation and called with its timeout. */
export async function startLambda({
  functions,
  root,
  journal,
  clock,
  handlers = {},
}: LambdaOptions): Promise<Lambda> {
  const load = loader(root);
  let running = 0;

  async function invoke(name: string, event: unknown, { trace }: { readonly trace?: string } = {}) {
    const spec = Object.hasOwn(functions, name) ? functions[name] : undefined;
    if (!spec) throw new LambdaError("ResourceNotFoundException", `Function not found: ${arnOf(name)}`);
    const id = randomUUID();
    if (trace) journal.note({ trace, room: "lambda", what: name, id });
    running += 1;
    try {
      const handler =
        (Object.hasOwn(handlers, name) ? handlers[name] : undefined) ?? (await load(spec.handler));
      return await run(handler, payload(event), { name, arn: arnOf(name), spec, id }, clock);
    } finally {
      running -= 1;
    }
  }
  return {
    invoke,
    arnOf,
    names: () => Object.keys(functions),
    nameOf: (text) => /:function:([^:]+)/.exec(text)?.[1] ?? text,
    nextDue: async () => undefined,
    idle: async () => running === 0,
    stop: async () => undefined,
  };
}

const arnOf = (name: string) => arn("lambda", `function:${name}`);

/**
 * Calls the handler against its timeout. AWS freezes a function that is late; here it can't be stopped, so what it still
 * does after the timeout is done, only nobody hears of it.
 */
async function run(handler: Handler, event: unknown, invocation: Invocation, clock: MovableClock) {
  const { spec, id } = invocation;
  const deadline = Date.now() + spec.timeout * 1000;
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    const text = `${clock.iso()} ${id} Task timed out after ${spec.timeout.toFixed(2)} seconds`;
    late.reject(new LambdaError("Sandbox.Timedout", text));
  }, spec.timeout * 1000);
  const called = (async () => handler(event, contextOf(invocation, deadline)))();
  try {
    return payload(await Promise.race([called, late.promise]));
  } catch (error) {
    throw failure(error);
  } finally {
    clearTimeout(timer);
  }
}

/** What is left of a value once it has travelled as JSON: no `undefined`, dates as text, nothing shared. */
function payload(value: unknown): unknown {
  const text = JSON.stringify(value ?? null);
  if (Buffer.byteLength(text) > LARGEST_PAYLOAD)
    throw new LambdaError("RequestEntityTooLargeException", `Payload over ${LARGEST_PAYLOAD} bytes`);
  return JSON.parse(text);
}
