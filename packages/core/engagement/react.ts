import * as Candidate from "../candidate/index.ts";
import { type Draft, payload } from "../event/index.ts";
import * as Message from "../message/index.ts";
import { Events } from "./events.ts";
import { Record, subjectOf } from "./record.ts";

/** An event off the bus. */
interface Told {
  readonly "detail-type": string;
  readonly detail: globalThis.Record<string, unknown>;
}

/** A hard bounce or a complaint ends mail to that mailbox; a soft bounce and "not spam" do not. */
export async function suppress({ "detail-type": type, detail }: Told): Promise<void> {
  const stored = detail as Partial<Draft>;
  if (type === Events.Bounced.type) {
    const bounced = payload(Events.Bounced, stored);
    if (bounced.kind === "hard") await suppressMailboxOf(bounced, "bounce");
    return;
  }
  const complained = payload(Events.Complained, stored);
  if (!complained.positive) await suppressMailboxOf(complained, "complaint");
}

async function suppressMailboxOf(
  mail: { candidateId: string; messageId: string },
  reason: "bounce" | "complaint",
) {
  const message = await Message.read(mail.candidateId, mail.messageId);
  if (message) await Candidate.suppressMailbox(mail.candidateId, message.addressId, reason);
}

/** Only a mail that SES took can be delivered, bounce or be complained about: each stands in for the answer that its sender did not hear. */
const TAKEN = ["Delivery", "Bounce", "Complaint"];
const REFUSED = "Reject";

function proven(detail: unknown) {
  const { data } = Record.safeParse(detail);
  return data && (TAKEN.includes(data.eventType) || data.eventType === REFUSED) ? subjectOf(data) : undefined;
}

/**
 * Of the mails that a batch of reports is about, those whose sender may not have heard: all others it settled itself, and there is
 * nothing to do. One batched read; an old reading calls a mail in doubt that is not, which is read strongly then.
 */
export async function inDoubt(details: readonly unknown[]): Promise<ReadonlySet<string>> {
  const subjects = details.flatMap((detail) => proven(detail) ?? []);
  const messages = await Message.readMany([
    ...new Map(
      subjects.map(({ candidateId, messageId }) => [messageId, { candidateId, messageId }]),
    ).values(),
  ]);
  const open = new Set(subjects.map(({ messageId }) => messageId));
  for (const { messageId, state, reported, notice } of messages)
    if (state === "accepted" && !reported && !notice) open.delete(messageId);
  return open;
}

/** The mail of a report that says what became of its sending. */
export const mailOf = (detail: unknown): string | undefined => proven(detail)?.messageId;

/**
 * What SES reports of a mail's sending, for a sender that died before it heard. Answers the message if such a report settled it.
 * Rendering failures carry no tags (SES developer guide): they are of templates kept at SES, which we do not use, and are passed
 * over.
 */
export async function settle(detail: unknown): Promise<Message.Info | undefined> {
  const parsed = Record.safeParse(detail);
  if (!parsed.success) return undefined;
  const subject = subjectOf(parsed.data);
  if (!subject) return undefined;
  const { eventType, mail } = parsed.data;
  const report = { sesMessageId: mail.messageId };
  const { candidateId, messageId } = subject;
  if (TAKEN.includes(eventType))
    return Message.settleByReport(candidateId, messageId, { ...report, to: "accepted" });
  if (eventType !== REFUSED) return undefined;
  return Message.settleByReport(candidateId, messageId, { ...report, to: "rejected", failure: REFUSED });
}
