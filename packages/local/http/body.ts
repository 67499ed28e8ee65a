import type { IncomingMessage } from "node:http";
import { tooLarge } from "./refusal.ts";

/** An HTTP API takes 10 MB, a synchronous Lambda invocation 6 MB of event (AWS quotas pages). */
const MAX_REQUEST = 10 * 1024 * 1024;
const MAX_EVENT = 6 * 1024 * 1024;
const MAX_READ = 10 * MAX_REQUEST;

/** What reaches the function as text; the rest, forms and missing types included, is base64 (seen on AWS). */
const TEXT = /^\s*(text\/[^;]+|application\/(json|xml|javascript))\s*(;|$)/i;

/** Reads what is too large to its end as well, up to a point: a browser listens only once it has sent everything. */
export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MAX_READ) break;
    if (size <= MAX_REQUEST) chunks.push(chunk);
  }
  if (size > MAX_REQUEST) throw tooLarge();
  return Buffer.concat(chunks);
}

/** The event's `body` and `isBase64Encoded`. */
export function encodeBody(body: Buffer, contentType: string | undefined) {
  if (body.length === 0) return { isBase64Encoded: false };
  const isText = TEXT.test(contentType ?? "");
  return { body: body.toString(isText ? "utf8" : "base64"), isBase64Encoded: !isText };
}

/** Refuses an event that Lambda would not take. It counts as it is sent: text with much to escape weighs more. */
export function checkSize(event: object) {
  if (Buffer.byteLength(JSON.stringify(event)) > MAX_EVENT) throw tooLarge();
}
