import * as z from "zod";

/** What every task of one execution is given. */
export const Execution = z.object({ importId: z.string(), attempt: z.int(), trace: z.string() });
