import * as z from "zod";
import { Id } from "../id.ts";

const Tags = z.record(z.string(), z.array(z.string()));

const Mail = z.object({ timestamp: z.string(), messageId: z.string(), tags: Tags });
const Touch = z.object({
  timestamp: z.string(),
  ipAddress: z.string().default(""),
  userAgent: z.string().default(""),
});

/**
 * What SES says happened to a mail, as EventBridge's `detail` (Amazon SES developer guide, event publishing contents). Read
 * tolerantly: fields we do not use may come, go and change.
 */
export const Record = z.discriminatedUnion("eventType", [
  z.object({ eventType: z.literal("Send"), mail: Mail }),
  z.object({
    eventType: z.literal("Reject"),
    mail: Mail,
    reject: z.object({ reason: z.string().default("") }),
  }),
  z.object({ eventType: z.literal("Rendering Failure"), mail: Mail }),
  z.object({ eventType: z.literal("Delivery"), mail: Mail, delivery: z.object({ timestamp: z.string() }) }),
  z.object({ eventType: z.literal("DeliveryDelay"), mail: Mail }),
  z.object({ eventType: z.literal("Subscription"), mail: Mail }),
  z.object({
    eventType: z.literal("Bounce"),
    mail: Mail,
    bounce: z.object({
      bounceType: z.string(),
      bounceSubType: z.string(),
      timestamp: z.string(),
      feedbackId: z.string(),
    }),
  }),
  z.object({
    eventType: z.literal("Complaint"),
    mail: Mail,
    complaint: z.object({
      timestamp: z.string(),
      feedbackId: z.string(),
      complaintFeedbackType: z.string().nullish(),
    }),
  }),
  z.object({ eventType: z.literal("Open"), mail: Mail, open: Touch }),
  z.object({ eventType: z.literal("Click"), mail: Mail, click: Touch.extend({ link: z.string() }) }),
]);
export type Record = z.infer<typeof Record>;

/** The mail a record is about, by our own tags; undefined for mail that is not ours or carries no tags. */
export interface Subject {
  readonly candidateId: string;
  readonly messageId: string;
  readonly campaignId?: string;
  readonly stepId?: string;
  readonly tracked: boolean;
  readonly trace: string;
}

export function subjectOf({ mail: { tags } }: Record): Subject | undefined {
  const tag = (name: string) => tags[name]?.[0];
  const { data: ids } = Ids.safeParse({
    candidateId: tag("candidate"),
    messageId: tag("message"),
    trace: tag("trace"),
    campaignId: tag("campaign"),
  });
  if (!ids) return undefined;
  const [{ candidateId, messageId, trace, campaignId }, stepId] = [ids, tag("step")];
  return {
    candidateId,
    messageId,
    trace,
    tracked: tag("tracked") === "yes",
    ...(campaignId ? { campaignId } : {}),
    ...(stepId ? { stepId } : {}),
  };
}

/** Others may send by our configuration set with tags of their own: what is not one of our ids is not our mail. */
const Ids = z.object({
  candidateId: Id("cnd"),
  messageId: Id("msg"),
  trace: Id("trc"),
  campaignId: Id("cmp").optional(),
});
