import * as z from "zod";
import { Id } from "../id.ts";
import { Instant } from "../text.ts";

/** What a person may allow, one by one. */
export const Purpose = z.enum(["job_news", "tracking"]);
export type Purpose = z.infer<typeof Purpose>;

export const Permission = z.object({
  state: z.enum(["pending", "granted", "withdrawn"]),
  consentId: Id("con"),
  at: Instant,
  /** The permission ends by itself at this instant; renewed by asking again. */
  until: Instant.exactOptional(),
});
export type Permission = z.infer<typeof Permission>;

/** Why an address is not written to, whoever it belongs to. */
export const SuppressionReason = z.enum(["bounce", "complaint", "unsubscribe", "erasure"]);
export type SuppressionReason = z.infer<typeof SuppressionReason>;

/** One mark of the season line: s we sent, j she joined, c she clicked, r she replied; a kind and day stand once. */
export const Mark = z.object({ kind: z.enum(["s", "j", "c", "r"]), day: z.iso.date() });
export type Mark = z.infer<typeof Mark>;

/**
 * May we write to her right now: one small item a person, written and read strongly. `revision` grows with every write, so a
 * claim made on an old reading fails.
 */
export const Info = z.object({
  candidateId: Id("cnd"),
  permissions: z.partialRecord(Purpose, Permission),
  suppressed: SuppressionReason.exactOptional(),
  /** Nobody may write to her, whatever she allowed. Heeded wherever a mail is judged; nothing in this release sets it. */
  doNotContact: z.boolean().default(false),
  erased: z.boolean().default(false),
  /** Nurture mails of the last 30 days, newest last. */
  claims: z.array(z.object({ messageId: Id("msg"), at: Instant })),
  /** What the season line of a list shows, newest last, at most MARKS. */
  marks: z.array(Mark),
  revision: z.int(),
});
export type Info = z.infer<typeof Info>;
