import * as z from "zod";
import { Reason } from "../enrolment/enrolment.schema.ts";
import { Id } from "../id.ts";
import { MessageClass } from "../suppression/classes.ts";
import { Instant, Locale } from "../text.ts";

/**
 * claimed -> sending -> accepted | rejected | unknown; `dropped` when a stop came before SES. The claim of a campaign's mail stands at
 * her gate alone: the mail itself begins with `sending`.
 */
export const State = z.enum(["claimed", "sending", "accepted", "rejected", "unknown", "dropped"]);
export type State = z.infer<typeof State>;

/** One mail to one person: the claim that makes it happen once, and the record of what became of it. */
export const Info = z.object({
  messageId: Id("msg"),
  candidateId: Id("cnd"),
  addressId: Id("adr"),
  class: MessageClass,
  state: State,
  campaignId: Id("cmp").exactOptional(),
  stepId: z.string().exactOptional(),
  enrolmentId: Id("enr").exactOptional(),
  templateId: Id("tpl").exactOptional(),
  templateRevision: z.int().exactOptional(),
  locale: Locale,
  /** Whether opens and clicks may be tracked, by the permission that held at the claim. */
  tracked: z.boolean(),
  /** It carries the notice of where we have her data from. */
  notice: z.literal(true).exactOptional(),
  /** The ledger entry that permits this mail; service mails need none. */
  consentId: Id("con").exactOptional(),
  reason: Reason,
  claimedAt: Instant,
  /** A claim past this is dropped. */
  sendBy: Instant,
  /** How often it was claimed: the pauses between tries grow with it. */
  attempts: z.int().default(1),
  /** Her gate's revision by which it has its place there: no two claims have the same. */
  place: z.int().exactOptional(),
  sendingAt: Instant.exactOptional(),
  settledAt: Instant.exactOptional(),
  sesMessageId: z.string().exactOptional(),
  /** Settled by what SES reported, because its sender did not hear. */
  reported: z.literal(true).exactOptional(),
  /** Why SES refused it. */
  failure: z.string().exactOptional(),
  trace: z.string(),
});
export type Info = z.infer<typeof Info>;
