import type { EventType } from "./event.ts";
import { simulated } from "./simulator.ts";

/** What becomes of one recipient's copy, and how long after sending, in milliseconds. */
export interface Outcome {
  readonly type: EventType;
  readonly after: number;
  readonly body: (at: string) => Record<string, unknown>;
}

const SOON = 1000;

/** How a mailbox that is no simulator treats a mail, by the mail's tags: takes it, has no such person, or is full. */
export type Mailboxes = (tags: Readonly<Record<string, string>>) => "takes" | "unknown" | "full";

/** The fate of a mail to one address: delivered, unless the simulator, the suppression list or its mailbox says otherwise. */
export function outcomes(address: string, suppressed: boolean, mailbox: ReturnType<Mailboxes>): Outcome[] {
  if (suppressed) return [bounce(address, "OnAccountSuppressionList")];
  if (mailbox === "unknown") return [bounce(address, "General")];
  if (mailbox === "full") return [bounce(address, "MailboxFull")];
  switch (simulated(address)) {
    case "bounce":
      return [bounce(address, "General")];
    case "suppressionlist":
      return [bounce(address, "Suppressed")];
    case "complaint":
      return [delivery(address), complaint(address, 2 * SOON)];
    default:
      return [delivery(address)];
  }
}

function delivery(address: string): Outcome {
  const body = (timestamp: string) => ({
    timestamp,
    processingTimeMillis: SOON,
    recipients: [address],
    smtpResponse: "250 2.0.0 OK kept on this machine",
    reportingMTA: "local.amazonses.com",
  });
  return { type: "Delivery", after: SOON, body };
}

const DIAGNOSES = {
  OnAccountSuppressionList:
    "Amazon SES did not send the message to this address because it is on the suppression list for your account. For more information about removing addresses from the suppression list, see the Amazon SES Developer Guide.",
  Suppressed:
    "Amazon SES has suppressed sending to this address because it has a recent history of bouncing.",
  General: "smtp; 550 5.1.1 user unknown",
  MailboxFull: "smtp; 552 5.2.2 mailbox full",
};

/** A bounce; `General` and `MailboxFull` are the mailbox's own answer, the latter for now only; the others never left SES. */
export function bounce(address: string, bounceSubType: keyof typeof DIAGNOSES, after = SOON): Outcome {
  const diagnosticCode = DIAGNOSES[bounceSubType];
  const bounceType = bounceSubType === "MailboxFull" ? "Transient" : "Permanent";
  const body = (timestamp: string) => ({
    feedbackId: feedbackId(),
    bounceType,
    bounceSubType,
    bouncedRecipients: [{ emailAddress: address, action: "failed", status: "5.1.1", diagnosticCode }],
    timestamp,
    reportingMTA: "dsn; local.amazonses.com",
  });
  return { type: "Bounce", after, body };
}

export function complaint(address: string, after = 0): Outcome {
  const body = (timestamp: string) => ({
    feedbackId: feedbackId(),
    complaintSubType: null,
    complainedRecipients: [{ emailAddress: address }],
    timestamp,
    userAgent: "Perennial local inbox",
    complaintFeedbackType: "abuse",
    arrivalDate: timestamp,
  });
  return { type: "Complaint", after, body };
}

const feedbackId = () => `0100-${crypto.randomUUID()}-000000`;
