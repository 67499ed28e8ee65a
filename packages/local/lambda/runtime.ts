import type { FunctionSpec } from "../../../infra/functions.ts";
import type { MovableClock } from "../clock/index.ts";
import { runOf } from "../faults/hook.ts";
import type { Meter } from "../meter/index.ts";
import { Invocation as Metered, within } from "../meter/invocation.ts";
import { lambdaMeter } from "../meter/lambda.ts";
import { arn } from "../wire/names.ts";
import { contextOf, type Invocation } from "./context.ts";
import { failure, LambdaError } from "./error.ts";
import { type Handler, loader } from "./load.ts";

export interface RuntimeOptions {
  readonly functions: Readonly<Record<string, FunctionSpec>>;
  /** The repository's root, which handler paths are relative to. */
  readonly root: string;
  readonly clock: Pick<MovableClock, "iso">;
  /** Handlers that stand in for a function's module, by function name. */
  readonly handlers?: Readonly<Record<string, Handler>>;
  readonly meter?: Meter;
}

/** Runs functions in this thread: JSON in, JSON out. Rejects with a `LambdaError`. */
export interface Runtime {
  /** @param id of the request */
  invoke(name: string, event: string, id: string): Promise<string>;
  /** Loads a function's module before anybody calls it. */
  warm(name: string): Promise<void>;
}

/** AWS's limit for a synchronous invocation's payload, each way (Lambda quotas). */
const LARGEST_PAYLOAD = 6 * 1024 * 1024;

export function createRuntime({ functions, root, clock, handlers = {}, meter }: RuntimeOptions): Runtime {
  const load = loader(root);
  const bill = meter && lambdaMeter(meter, () => Date.parse(clock.iso()));
  const specOf = (name: string) => {
    const spec = Object.hasOwn(functions, name) ? functions[name] : undefined;
    if (!spec) throw new LambdaError("ResourceNotFoundException", `Function not found: ${arnOf(name)}`);
    return spec;
  };
  const handlerOf = async (name: string, path: string) =>
    (Object.hasOwn(handlers, name) ? handlers[name] : undefined) ?? load(path);

  return {
    async invoke(name, event, id) {
      const spec = specOf(name);
      const handler = await handlerOf(name, spec.handler);
      const invocation = { name, arn: arnOf(name), spec, id };
      const metered = new Metered(name);
      const running = runOf(
        metered,
        within(metered, () => run(handler, payload(event), invocation, clock)),
      );
      return bill ? running.finally(() => bill(metered, spec)) : running;
    },
    async warm(name) {
      await handlerOf(name, specOf(name).handler);
    },
  };
}

export const arnOf = (name: string) => arn("lambda", `function:${name}`);

/**
 * Calls the handler against its timeout. AWS freezes a function that is late; here it can't be stopped, so what it still
 * does after the timeout is done, only nobody hears of it.
 */
async function run(handler: Handler, event: string, invocation: Invocation, clock: RuntimeOptions["clock"]) {
  const { spec, id } = invocation;
  const deadline = Date.now() + spec.timeout * 1000;
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    const text = `${clock.iso()} ${id} Task timed out after ${spec.timeout.toFixed(2)} seconds`;
    late.reject(new LambdaError("Sandbox.Timedout", text));
  }, spec.timeout * 1000);
  const called = (async () => handler(JSON.parse(event), contextOf(invocation, deadline)))();
  try {
    return payload(json(await Promise.race([called, late.promise])));
  } catch (error) {
    throw failure(error);
  } finally {
    clearTimeout(timer);
  }
}

/** A value as it travels: no `undefined`, dates as text, nothing shared. */
export const json = (value: unknown) => JSON.stringify(value ?? null);

function payload(text: string): string {
  if (Buffer.byteLength(text) > LARGEST_PAYLOAD)
    throw new LambdaError("RequestEntityTooLargeException", `Payload over ${LARGEST_PAYLOAD} bytes`);
  return text;
}
