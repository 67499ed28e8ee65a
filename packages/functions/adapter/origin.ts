import { createHash, timingSafeEqual } from "node:crypto";
import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";

/** The header that CloudFront adds: `infra/web.ts` names it, and a test holds the two together. */
const ORIGIN_HEADER = "x-perennial-origin";

/**
 * Whether a request came through CloudFront, and so through the firewall before it: with what CloudFront sends, or with what it sends
 * after the next change, which reaches it before it reaches the functions. A laptop has neither, nor a secret. All are compared, as
 * hashes, so that the time it takes tells nothing.
 */
export function throughTheFront(headers: Readonly<Record<string, string | undefined>>): boolean {
  const { PERENNIAL_ORIGIN_SECRET: sent, PERENNIAL_ORIGIN_SECRET_NEXT: next } = process.env;
  const secrets = [sent, next].filter((one) => one !== undefined);
  if (secrets.length === 0) return true;
  const said = headers[ORIGIN_HEADER] ?? "";
  const same = secrets.map((one) => timingSafeEqual(hash(said), hash(one)));
  return said !== "" && same.includes(true);
}

const hash = (text: string) => createHash("sha256").update(text).digest();

/** Nothing is read and nothing rendered for it: it has walked around what limits it. */
export const AROUND: APIGatewayProxyStructuredResultV2 = {
  statusCode: 403,
  headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  body: "Please use the address of the site",
};
