import * as z from "zod";

/** What every task of one execution is given. */
export const Execution = z.object({
  campaignId: z.string(),
  epoch: z.int(),
  run: z.int(),
  trace: z.string(),
});
