import { z } from "zod";

/** The inputs of the Step Functions operations answered here (Step Functions API reference). */
const Page = z.object({
  maxResults: z.number().int().min(0).max(1000).default(0),
  nextToken: z.string().optional(),
});

/** 256 KiB of UTF-8 (StartExecution, `input`). */
const LARGEST_INPUT = 262_144;

export const Start = z.object({
  stateMachineArn: z.string(),
  name: z.string().min(1).max(80).optional(),
  input: z
    .string()
    .refine((input) => Buffer.byteLength(input) <= LARGEST_INPUT, `is over ${LARGEST_INPUT} bytes`)
    .default("{}"),
});
export const Stop = z.object({
  executionArn: z.string(),
  error: z.string().max(256).optional(),
  cause: z.string().max(32_768).optional(),
});
export const OneExecution = z.object({ executionArn: z.string() });
export const OneMachine = z.object({ stateMachineArn: z.string() });
export const Executions = Page.extend({
  stateMachineArn: z.string(),
  statusFilter: z.enum(["RUNNING", "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED"]).optional(),
});
export const History = Page.extend({ executionArn: z.string(), reverseOrder: z.boolean().default(false) });

/** One page of a list, 100 long unless asked otherwise; the token is where the next begins. */
export function page<T>(all: readonly T[], { maxResults, nextToken }: z.output<typeof Page>) {
  const from = Number(nextToken ?? 0);
  const to = from + (maxResults || 100);
  return { items: all.slice(from, to), ...(to < all.length ? { nextToken: String(to) } : {}) };
}
