import { createHash } from "node:crypto";
import { STYLE } from "./style.ts";

const styleHash = createHash("sha256").update(STYLE).digest("base64");

/** No script, nothing from elsewhere, in nobody's frame; only our own style sheet, known by its hash (CSP level 3). */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${styleHash}'`,
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/**
 * Headers of every page. Nothing is kept or passed on, because an address may hold a token.
 * @param indexable whether search engines may list it
 */
export const headersOf = (indexable: boolean): Record<string, string> => ({
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": POLICY,
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  ...(indexable ? {} : { "x-robots-tag": "noindex" }),
});
