import { randomUUID } from "node:crypto";
import type { Journal } from "../journal/index.ts";
import type { Service } from "../service.ts";
import { arnOf, createRuntime, json, type Runtime, type RuntimeOptions } from "./runtime.ts";

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

export interface LambdaOptions extends RuntimeOptions {
  readonly journal: Pick<Journal, "note">;
}

/** AWS Lambda, in this thread: a handler is loaded at its first invocation and called with its timeout. */
export async function startLambda(options: LambdaOptions): Promise<Lambda> {
  return lambdaOf(options, createRuntime(options).invoke);
}

/** Lambda over whatever runs the functions. */
export function lambdaOf(
  { functions, journal }: Pick<LambdaOptions, "functions" | "journal">,
  run: Runtime["invoke"],
): Lambda {
  let running = 0;
  return {
    async invoke(name, event, { trace } = {}) {
      running += 1;
      const id = randomUUID();
      if (trace) journal.note({ trace, room: "lambda", what: name, id });
      try {
        return JSON.parse(await run(name, json(event), id));
      } finally {
        running -= 1;
      }
    },
    arnOf,
    names: () => Object.keys(functions),
    nameOf: (text) => /:function:([^:]+)/.exec(text)?.[1] ?? text,
    nextDue: async () => undefined,
    idle: async () => running === 0,
    stop: async () => undefined,
  };
}
