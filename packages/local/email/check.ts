import { addressParser } from "postal-mime";
import { type Draft, type Header, recipients } from "./draft.ts";
import { badRequest } from "./error.ts";

const MAX_RECIPIENTS = 50;
const TAG = /^[A-Za-z0-9_-]{1,256}$/;
const PRINTABLE = /^[\x20-\x7e]*$/;
const HEADER_NAME = /^[\x21-\x39\x3b-\x7e]{1,126}$/;

/** Headers that may appear once, and those SES writes itself (SES guide, "Amazon SES header fields"). */
const ONCE = new Set([
  "in-reply-to",
  "references",
  "list-unsubscribe",
  "list-unsubscribe-post",
  "auto-submitted",
]);
const OURS = new Set(["from", "to", "cc", "bcc", "subject", "reply-to", "mime-version", "content-type"]);

/** Refuses what SES refuses, with BadRequestException: addresses, subject, headers, tags. */
export function check(draft: Draft) {
  if (draft.from === "") throw badRequest("FromEmailAddress is required.");
  const all = recipients(draft);
  if (all.length === 0) throw badRequest("Destination is required.");
  if (all.length > MAX_RECIPIENTS) throw badRequest(`Recipient count exceeds ${MAX_RECIPIENTS}.`);
  for (const address of [draft.from, ...all, ...draft.replyTo]) checkAddress(address);
  if (hasControl(draft.subject)) throw badRequest("Subject contains control characters.");
  if (draft.text === undefined && draft.html === undefined) throw badRequest("Body must have Text or Html.");
  checkHeaders(draft.headers);
  checkTags(Object.entries(draft.tags));
}

/** SES has no SMTPUTF8: the local part must be ASCII, the domain punycode, the name RFC 2047 words. */
function checkAddress(text: string) {
  if (hasControl(text)) throw badRequest("Local address contains control or whitespace");
  if (!PRINTABLE.test(text))
    throw badRequest("Address contains non-ASCII characters; SES does not support SMTPUTF8.");
  const [mailbox, ...more] = addressParser(text, { flatten: true });
  if (mailbox === undefined || more.length > 0) throw badRequest(`Expected exactly one address.`);
  const [local, domain, ...rest] = (mailbox.address ?? "").split("@");
  if (!local || !domain || rest.length > 0) throw badRequest("Missing final '@domain'");
  if (/\s/.test(local)) throw badRequest("Local address contains control or whitespace");
  if (!/^[A-Za-z0-9.-]+$/.test(domain)) throw badRequest("Domain contains illegal character");
}

function checkHeaders(headers: readonly Header[]) {
  const seen = new Set<string>();
  for (const { name, value } of headers) {
    const key = name.toLowerCase();
    if (!HEADER_NAME.test(name))
      throw badRequest("Header name must be 1 to 126 printable ASCII characters without ':'.");
    if (!PRINTABLE.test(value)) throw badRequest(`Header ${name} must be printable ASCII.`);
    if (value.length > 995 || name.length + value.length > 996)
      throw badRequest(`Header ${name} is too long.`);
    if (OURS.has(key)) throw badRequest(`Header ${name} can't be set here.`);
    if (ONCE.has(key) && seen.has(key)) throw badRequest(`Header ${name} may appear once.`);
    seen.add(key);
  }
}

function checkTags(tags: readonly (readonly [string, string])[]) {
  for (const [name, value] of tags) {
    if (!TAG.test(name) || !TAG.test(value))
      throw badRequest("Tag names and values may only contain A-Z a-z 0-9 _ - and have 1 to 256 characters.");
  }
}

function hasControl(text: string) {
  return [...text].some((char) => char < " " || char === "\x7f");
}
