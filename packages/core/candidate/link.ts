import { Secret } from "../secret.ts";

/** Networks whose profile paths make no difference between capitals and small letters. */
const CASELESS = /(^|\.)(linkedin|xing|github)\.com$/;
const MIRROR = /^(www|m|[a-z]{2})\.(?=(linkedin|xing)\.com$)|^www\./;

/** The form in which two spellings are the same profile page: no protocol, `www.`, country mirror, query, fragment or last slash. */
export function normaliseLink(link: string): string | undefined {
  if (!URL.canParse(link)) return undefined;
  const { hostname, pathname } = new URL(link);
  const host = hostname.toLowerCase().replace(MIRROR, "");
  const path = pathname.replace(/\/+$/, "");
  return `${host}${CASELESS.test(host) ? path.toLowerCase() : path}`;
}

/** Keyed hash under which the guard of a profile page is kept, beside those of addresses. */
export function hashOfLink(link: string): string {
  const normal = normaliseLink(link);
  if (!normal) throw new Error("Only a parsed link can be hashed");
  return Secret.hash("link", normal);
}
