import middy from "@middy/core";
import { Actor } from "@perennial/core/actor.ts";
import { parse } from "@perennial/core/fn.ts";
import { newId } from "@perennial/core/id.ts";
import type { Context } from "aws-lambda";
import type * as z from "zod";
import { logger } from "./logger.ts";

/** How much time the invocation has left, in milliseconds. */
export type Remaining = () => number;

/** A workflow task or a scheduled job: parses its input, acts as the system, passes errors on so that they are retried. */
export function task<S extends z.ZodType>(
  job: string,
  schema: S,
  run: (input: z.output<S>, remaining: Remaining) => Promise<unknown>,
) {
  return middy<unknown, unknown>().handler(async (event: unknown, context: Context) => {
    const input = parse(schema, event);
    const given = (event as { trace?: unknown } | undefined)?.trace;
    const trace = typeof given === "string" ? given : newId("trc");
    const output = await Actor.run({ kind: "system", id: job, trace }, () =>
      run(input, () => context.getRemainingTimeInMillis()),
    );
    logger.info("task", { job, trace });
    return output;
  });
}
