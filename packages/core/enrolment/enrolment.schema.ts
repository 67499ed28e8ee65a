import * as z from "zod";
import { Id } from "../id.ts";
import { Instant } from "../text.ts";
import { ENDS } from "./ends.ts";

export const SHARDS = 16;

export const End = z.enum(ENDS);
export type End = z.infer<typeof End>;

/** What was decided last, with what it was decided on: the answer to "why". */
export const Reason = z.object({ code: z.string(), inputs: z.record(z.string(), z.unknown()), at: Instant });
export type Reason = z.infer<typeof Reason>;

/** One decision on her way: `stepId` is the step it was made before. */
export const Decided = z.object({
  at: Instant,
  stepId: z.string().exactOptional(),
  code: z.string(),
  inputs: z.record(z.string(), z.unknown()),
});
export type Decided = z.infer<typeof Decided>;

/** More of her way than this is not kept: the oldest decisions make room. */
export const WAY = 60;

/** A mail of hers that SES took; `unknown`: that it may have taken, and never said. */
export const Mailed = z.object({
  at: Instant,
  tracked: z.boolean(),
  unknown: z.literal(true).exactOptional(),
  clickedAt: Instant.exactOptional(),
});
export type Mailed = z.infer<typeof Mailed>;

/** One person's way through one campaign: its position is data, and it is its own log entry. */
export const Info = z.object({
  enrolmentId: Id("enr"),
  candidateId: Id("cnd"),
  campaignId: Id("cmp"),
  shard: z
    .int()
    .min(0)
    .max(SHARDS - 1),
  /** The step she stands before; absent once she has ended. */
  stepId: z.string().exactOptional(),
  /** The version of the campaign she entered by, and stays on. */
  version: z.int().default(1),
  /** Her mails of this campaign by step: what a branch knows of them. */
  mails: z.record(z.string(), Mailed).default({}),
  /** How often she has come to this step; part of the message's key. */
  visit: z.int(),
  /** When to look at her next; absent once she has ended, so that she is in no index. */
  dueAt: Instant.exactOptional(),
  enteredAt: Instant,
  endedAt: Instant.exactOptional(),
  end: End.exactOptional(),
  /** Taken up again at this instant after it had ended: what ended it before that is over. */
  resumedAt: Instant.exactOptional(),
  reason: Reason,
  /** What was decided for her so far, oldest first, at most WAY; the same again at one step stands once. */
  way: z.array(Decided).default([]),
  /** Grows with every move; a move made on an old reading fails. */
  revision: z.int(),
  trace: z.string(),
});
export type Info = z.infer<typeof Info>;
