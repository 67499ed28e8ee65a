import * as z from "zod";
import { chance } from "./chance.ts";
import type { Site } from "./site.ts";

/**
 * What can go wrong with one call of a function. `die`: the function is gone before or after it, as when Lambda takes its machine
 * away. `late`: the function times out, and the service does the call a moment later. `lost`: it is done, and the answer is an error
 * that says nothing. `crash`: the whole process ends, before or after. `answer`: all is done, only nobody hears of it.
 */
export const CALL_KINDS = [
  "die-before",
  "die-after",
  "late",
  "lost",
  "throttle",
  "conflict",
  "crash-before",
  "crash-after",
] as const;
export type CallKind = (typeof CALL_KINDS)[number];

/** How often each fault strikes, out of 1. */
const Rate = z.number().min(0).max(1).default(0);
export const Rates = z.object({
  ...(Object.fromEntries(CALL_KINDS.map((kind) => [kind, Rate])) as Record<CallKind, typeof Rate>),
  /** A run of a function whose answer is lost. */
  answer: Rate,
  /** An event that a queue gets twice, later than others, or after a failed attempt. */
  duplicate: Rate,
  reorder: Rate,
  delay: Rate,
  /** An event of SES that never comes. */
  drop: Rate,
});
export type Rates = z.infer<typeof Rates>;

export const Plan = z.object({
  seed: z.int(),
  /** How many times the machine was started before. */
  life: z.int(),
  rates: Rates,
  /** Most milliseconds by which the clock of a function is off, either way. */
  skewMs: z.int().min(0).default(0),
  /** Most milliseconds by which an index shows the past. */
  lagMs: z.int().min(0).default(0),
});
export type Plan = z.infer<typeof Plan>;

/** A read changes nothing, and a list asks sixty shards: what strikes calls strikes reads less often. */
const READS = ["GetItem", "BatchGetItem", "Query", "GET"];
const READ_SHARE = 0.15;
const WRITES = ["PutItem", "UpdateItem", "DeleteItem", "TransactWriteItems"];
const possible = (kind: CallKind, { service, operation }: Site) =>
  kind !== "conflict" || (service === "dynamodb" && WRITES.includes(operation));

/** Pure: what strikes the nth call of its kind in this life of the machine, if anything. */
export function struckBy(plan: Plan, by: string, site: Site, nth: number): CallKind | undefined {
  const { seed, life, rates } = plan;
  let draw = chance(seed, life, by, site.service, site.operation, nth);
  if (READS.includes(site.operation)) draw /= READ_SHARE;
  for (const kind of CALL_KINDS) {
    draw -= rates[kind];
    if (draw < 0) return possible(kind, site) ? kind : undefined;
  }
  return undefined;
}
