import { SESv2Client, SendEmailCommand, type SendEmailCommandInput } from "@aws-sdk/client-sesv2";
import { ANSWER_WITHIN_MS } from "./within.ts";

/** SES has no idempotency token: the SDK must never try twice by itself, and a late answer is an unknown outcome. */
const client = new SESv2Client({
  maxAttempts: 1,
  // Without the last one the SDK only warns and waits on (@smithy/types, NodeHttpHandlerOptions).
  requestHandler: { connectionTimeout: 2000, throwOnRequestTimeout: true },
});

/** What became of one call. `unknown`: it may have been accepted; the event with our message id will tell. */
export type Outcome =
  | { readonly kind: "accepted"; readonly sesMessageId: string }
  | { readonly kind: "rejected"; readonly failure: string }
  | { readonly kind: "later"; readonly failure: string; readonly seconds: number }
  | { readonly kind: "unknown" };

/** One call to SES, tried once. @param within milliseconds SES has to answer */
export async function send(input: SendEmailCommandInput, within = ANSWER_WITHIN_MS): Promise<Outcome> {
  try {
    const { MessageId = "" } = await client.send(new SendEmailCommand(input), { requestTimeout: within });
    return { kind: "accepted", sesMessageId: MessageId };
  } catch (error) {
    return outcomeOf(error);
  }
}

const REJECTED = ["MessageRejected", "BadRequestException"];
const PAUSED = ["SendingPausedException", "AccountSuspendedException"];
const THROTTLED = ["TooManyRequestsException", "ThrottlingException", "LimitExceededException"];

/** Ours to set right, not the mail's fault: SES looked at nothing, or knows our sender not yet. */
const CONFIGURATION = [
  "NotFoundException",
  "MailFromDomainNotVerifiedException",
  "AccessDenied",
  "AccessDeniedException",
  "UnrecognizedClientException",
  "InvalidClientTokenId",
  "MissingAuthenticationTokenException",
  "ExpiredToken",
  "ExpiredTokenException",
  "InvalidSignatureException",
  "SignatureDoesNotMatch",
  "ValidationException",
  "CredentialsProviderError",
];
/** Faults of a connection that never came about. */
const UNCONNECTED = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"];

/**
 * Reads SES's refusal (SES v2 API reference, SendEmail errors and common errors): only what surely did not leave is ever tried
 * again. A timeout, a broken connection or a fault of SES's own says nothing about the mail.
 */
export function outcomeOf(error: unknown): Outcome {
  if (!(error instanceof Error)) return { kind: "unknown" };
  const { name, message } = error;
  const code = "code" in error ? String(error.code) : "";
  if (name === "MessageRejected" && /not verified/i.test(message)) return later("not_verified", 900);
  if (REJECTED.includes(name)) return { kind: "rejected", failure: name };
  if (CONFIGURATION.includes(name) || PAUSED.includes(name)) return later(name, 900);
  if (UNCONNECTED.includes(code)) return later(code, 900);
  if (/daily message quota/i.test(message)) return later("daily_quota", 3600);
  if (THROTTLED.includes(name)) return later(name, 5);
  return { kind: "unknown" };
}

const later = (failure: string, seconds: number): Outcome => ({ kind: "later", failure, seconds });
