import { createHash, timingSafeEqual } from "node:crypto";
import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";

/** The header that CloudFront adds: `infra/web.ts` names it, and a test holds the two together. */
const ORIGIN_HEADER = "x-perennial-origin";

/**
 * Whether a request came through CloudFront, and so through the firewall before it. A laptop has neither, nor a secret.
 * Compared as hashes, so that the time it takes tells nothing.
 */
export function throughTheFront(headers: Readonly<Record<string, string | undefined>>): boolean {
  const secret = process.env.PERENNIAL_ORIGIN_SECRET;
  if (secret === undefined) return true;
  const hash = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(hash(headers[ORIGIN_HEADER] ?? ""), hash(secret));
}

/** Nothing is read and nothing rendered for it: it has walked around what limits it. */
export const AROUND: APIGatewayProxyStructuredResultV2 = {
  statusCode: 403,
  headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  body: "Please use the address of the site",
};
