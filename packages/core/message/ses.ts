import { SESv2Client, SendEmailCommand, type SendEmailCommandInput } from "@aws-sdk/client-sesv2";

/** SES has no idempotency token: the SDK must never try twice by itself, and a late answer is an unknown outcome. */
const client = new SESv2Client({
  maxAttempts: 1,
  requestHandler: { requestTimeout: 8000, connectionTimeout: 2000 },
});

/** What became of one call. `unknown`: it may have been accepted; the event with our message id will tell. */
export type Outcome =
  | { readonly kind: "accepted"; readonly sesMessageId: string }
  | { readonly kind: "rejected"; readonly failure: string }
  | { readonly kind: "later"; readonly failure: string; readonly seconds: number }
  | { readonly kind: "unknown" };

export async function send(input: SendEmailCommandInput): Promise<Outcome> {
  try {
    const { MessageId = "" } = await client.send(new SendEmailCommand(input));
    return { kind: "accepted", sesMessageId: MessageId };
  } catch (error) {
    return outcomeOf(error);
  }
}

const REJECTED = ["MessageRejected", "BadRequestException"];
const CONFIGURATION = ["NotFoundException", "MailFromDomainNotVerifiedException"];
const PAUSED = ["SendingPausedException", "AccountSuspendedException"];
const THROTTLED = ["TooManyRequestsException", "ThrottlingException", "LimitExceededException"];

/** Reads SES's refusal (SES v2 API reference, SendEmail errors): only what surely did not leave is ever tried again. */
export function outcomeOf(error: unknown): Outcome {
  const name = error instanceof Error ? error.name : "";
  const daily = error instanceof Error && /daily message quota/i.test(error.message);
  if (REJECTED.includes(name)) return { kind: "rejected", failure: name };
  if (CONFIGURATION.includes(name)) return { kind: "later", failure: name, seconds: 900 };
  if (PAUSED.includes(name)) return { kind: "later", failure: name, seconds: 900 };
  if (daily) return { kind: "later", failure: "daily_quota", seconds: 3600 };
  if (THROTTLED.includes(name)) return { kind: "later", failure: name, seconds: 5 };
  return { kind: "unknown" };
}
