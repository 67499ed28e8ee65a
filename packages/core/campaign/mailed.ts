import type { Info as EnrolmentInfo, Mailed } from "../enrolment/enrolment.schema.ts";
import * as Enrolment from "../enrolment/index.ts";
import * as Message from "../message/index.ts";

/** What her enrolment keeps of a mail. */
export const mailOf = ({ state, settledAt, sendingAt, claimedAt, tracked }: Message.Info): Mailed => ({
  at: (state === "accepted" ? settledAt : sendingAt) ?? claimedAt,
  tracked,
  ...(state === "unknown" ? { unknown: true } : {}),
});

/** Her enrolment with the mail of its step, which whoever sent it may not have lived to note. */
export const withMail = (enrolment: EnrolmentInfo, message: Message.Info | undefined): EnrolmentInfo =>
  message?.state === "accepted" || message?.state === "unknown"
    ? Enrolment.mailed(enrolment, mailOf(message))
    : enrolment;

const LEFT: readonly Message.Info["state"][] = ["accepted", "sending", "unknown"];

/** She clicked in a mail of her campaign herself: it left, whatever is known of it here. */
export const clicked = (
  {
    candidateId,
    campaignId,
    stepId,
    messageId,
  }: Pick<EnrolmentInfo, "candidateId" | "campaignId"> & { stepId: string; messageId: string },
  at: string,
): Promise<void> =>
  Enrolment.clicked({ candidateId, campaignId }, stepId, at, async () => {
    const message = await Message.read(candidateId, messageId);
    return message && LEFT.includes(message.state) ? mailOf(message) : undefined;
  });
