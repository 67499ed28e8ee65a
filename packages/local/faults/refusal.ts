import type { Answer } from "./hook.ts";
import type { ServiceName, Site } from "./site.ts";

const encoder = new TextEncoder();

const answer = (statusCode: number, body: string, headers: Readonly<Record<string, string>>): Answer => ({
  response: { statusCode, headers, body: encoder.encode(body) },
});
const json = (status: number, type: string, more: object = {}) =>
  answer(status, JSON.stringify({ __type: type, message: "A fault of this machine's making.", ...more }), {
    "content-type": "application/x-amz-json-1.0",
    "x-amzn-errortype": type,
  });
const xml = (status: number, code: string) =>
  answer(status, `<Error><Code>${code}</Code><Message>A fault of this machine's making.</Message></Error>`, {
    "content-type": "application/xml",
  });

/** Each service's own way to say "too fast" (common errors of each API reference). */
const THROTTLES: Record<ServiceName, () => Answer> = {
  dynamodb: () => json(400, "ProvisionedThroughputExceededException"),
  states: () => json(400, "ThrottlingException"),
  ses: () => json(429, "TooManyRequestsException"),
  s3: () => xml(503, "SlowDown"),
};

/** A transaction says it of each of its items. */
export function throttled({ service, operation }: Site, items: number): Answer {
  return service === "dynamodb" && operation === "TransactWriteItems"
    ? cancelled("ThrottlingError", items)
    : THROTTLES[service]();
}

/** Another writer had the item at the same moment. */
export const conflicted = ({ operation }: Site, items: number): Answer =>
  operation === "TransactWriteItems"
    ? cancelled("TransactionConflict", items)
    : json(400, "TransactionConflictException");

/** An error that says nothing about whether it was done. */
export const unsaid = ({ service }: Site): Answer =>
  service === "s3" ? xml(500, "InternalError") : json(500, "InternalServerError");

function cancelled(code: string, items: number): Answer {
  const reasons = Array.from({ length: items }, (_, at) =>
    at === 0 ? { Code: code, Message: "A fault of this machine's making." } : { Code: "None" },
  );
  return json(400, "TransactionCanceledException", { CancellationReasons: reasons });
}
