import * as z from "zod";
import { Id } from "../id.ts";
import { Rule } from "../rule/rule.schema.ts";
import { Instant, Line } from "../text.ts";

export const SegmentId = Id("seg");

/** A rule under a name: whoever it holds of is in it, without anybody putting them there. */
export const Info = z.object({
  segmentId: SegmentId,
  name: Line(120),
  rule: Rule,
  revision: z.int(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Info = z.infer<typeof Info>;
