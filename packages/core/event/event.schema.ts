import * as z from "zod";
import { Id } from "../id.ts";
import { Instant } from "../text.ts";

/** The log's one shape. No personal data beyond ids: erasing a person must be able to keep the counts. */
export const Info = z.object({
  eventId: Id("evt"),
  type: z.string(),
  at: Instant,
  actor: z.string(),
  trace: z.string(),
  candidateId: Id("cnd").exactOptional(),
  campaignId: Id("cmp").exactOptional(),
  stepId: z.string().exactOptional(),
  messageId: Id("msg").exactOptional(),
  data: z.record(z.string(), z.unknown()),
});
export type Info = z.infer<typeof Info>;
