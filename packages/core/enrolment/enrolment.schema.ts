import * as z from "zod";
import { Id } from "../id.ts";
import { Instant } from "../text.ts";

export const SHARDS = 16;

/** Why a person left a campaign. */
export const End = z.enum(["finished", "stopped.unsubscribed", "stopped.erased", "stopped.campaign"]);
export type End = z.infer<typeof End>;

/** What was decided last, with what it was decided on: the answer to "why". */
export const Reason = z.object({ code: z.string(), inputs: z.record(z.string(), z.unknown()), at: Instant });
export type Reason = z.infer<typeof Reason>;

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
  /** How often she has come to this step; part of the message's key. */
  visit: z.int(),
  /** When to look at her next; absent once she has ended, so that she is in no index. */
  dueAt: Instant.exactOptional(),
  enteredAt: Instant,
  endedAt: Instant.exactOptional(),
  end: End.exactOptional(),
  reason: Reason,
  /** Grows with every move; a move made on an old reading fails. */
  revision: z.int(),
  trace: z.string(),
});
export type Info = z.infer<typeof Info>;
