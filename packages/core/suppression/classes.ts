import * as z from "zod";
import type { Purpose, SuppressionReason } from "../gate/gate.schema.ts";

/** What a mail is for decides what can stop it. */
export const MessageClass = z.enum(["confirmation", "privacy", "process", "personal", "alert", "nurture"]);
export type MessageClass = z.infer<typeof MessageClass>;

interface Rule {
  readonly stoppedBy: readonly SuppressionReason[];
  /** Whether a recruiter's do-not-contact flag stops it. */
  readonly doNotContact: boolean;
  /** The permission it needs, if any. */
  readonly needs?: Purpose;
}

/**
 * The one table of what blocks what. An unsubscribe from nurture never blocks an interview mail or the answer to an erasure
 * request; a mailbox that does not exist blocks everything, a complaint everything but the answer she asked for.
 */
export const CLASSES = {
  confirmation: { stoppedBy: ["bounce", "complaint"], doNotContact: false },
  privacy: { stoppedBy: ["bounce"], doNotContact: false },
  process: { stoppedBy: ["bounce", "complaint"], doNotContact: false },
  personal: { stoppedBy: ["bounce", "complaint", "erasure"], doNotContact: true },
  alert: { stoppedBy: ["bounce"], doNotContact: false },
  nurture: {
    stoppedBy: ["bounce", "complaint", "unsubscribe", "erasure"],
    doNotContact: true,
    needs: "job_news",
  },
} as const satisfies Record<MessageClass, Rule>;
