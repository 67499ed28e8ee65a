import * as z from "zod";
import { Id } from "../id.ts";
import { Instant } from "../text.ts";

/** What a person may allow, one by one. */
export const Purpose = z.enum(["job_news", "tracking"]);
export type Purpose = z.infer<typeof Purpose>;

/** GDPR art. 6(1)(a) and (f). */
export const Ground = z.enum(["consent", "legitimate_interest"]);
export type Ground = z.infer<typeof Ground>;

export const Permission = z.object({
  state: z.enum(["pending", "granted", "withdrawn"]),
  consentId: Id("con"),
  at: Instant,
  /** The permission ends by itself at this instant; renewed by asking again. */
  until: Instant.exactOptional(),
  /** On what ground we may write; what she gave herself is consent. */
  ground: Ground.exactOptional(),
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
  /** Nobody may write to her, whatever she allowed: a recruiter said so, for this reason. */
  doNotContact: z.boolean().default(false),
  doNotContactReason: z.string().exactOptional(),
  /** The log entry that says so. */
  doNotContactAct: Id("evt").exactOptional(),
  /** Generated: nothing is ever sent to her, so that looking around can't mail anybody. */
  sample: z.literal(true).exactOptional(),
  erased: z.boolean().default(false),
  /** Nurture mails of the last 30 days, newest last; `before` is when she had been written to until then. */
  claims: z.array(z.object({ messageId: Id("msg"), at: Instant, before: Instant.exactOptional() })),
  /** ISO 3166-1 alpha-2 as on her profile: some countries need consent whatever other ground is claimed. */
  country: z.string().length(2).exactOptional(),
  /** The campaign she is in: one at a time. */
  campaignId: Id("cmp").exactOptional(),
  /**
   * Data that she did not give us herself: the first mail of any kind tells her where we got it (GDPR art. 14(3)(b)). `givenAt` once
   * a mail with the notice was accepted.
   */
  notice: z
    .object({ source: z.string(), obtainedAt: Instant, givenAt: Instant.exactOptional() })
    .exactOptional(),
  /** When we wrote last, and when she last clicked, answered, or was otherwise talked to. */
  mailedAt: Instant.exactOptional(),
  clickedAt: Instant.exactOptional(),
  repliedAt: Instant.exactOptional(),
  contactedAt: Instant.exactOptional(),
  /** What the season line of a list shows, newest last, at most MARKS. */
  marks: z.array(Mark),
  revision: z.int(),
});
export type Info = z.infer<typeof Info>;
