import { domainToASCII } from "node:url";
import * as z from "zod";
import { Secret } from "../secret.ts";

/** What nobody sees comes along with copying, and would make two mailboxes of one. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;

/** `domainToASCII` reads its input like an URL: a path, query, port or escape would be dropped or decoded instead of refused. */
const PARTS = /^([^\s\p{Cc}\p{Cs}@<>"(),:;[\]\\]{1,64})@([^\s@/?#:%\\]{3,253})$/u;
const LONGEST = 254;

/** Two labels or more, each of letters, digits and inner hyphens (RFC 1123 2.1), the last one not a number. */
const DOMAIN =
  /^(?=.{3,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+(?!\d+$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])$/;

/** Amazon SES has no SMTPUTF8 (RFC 6531): a domain can be written in A-labels, a mailbox in other letters can't be reached. */
const PLAIN = /^[\x21-\x7e]+@/;

/**
 * An address as typed: RFC 5321 lengths (local part 64, whole 254), one line, invisible characters removed, NFC: taken apart, a letter may
 * hold a sign that an address must not.
 */
export const EmailAddress = z
  .string()
  .transform((typed) => typed.replace(INVISIBLE, "").trim().normalize("NFC"))
  .pipe(
    z
      .string()
      .min(1, "Please enter an e-mail address")
      .max(LONGEST, "An e-mail address has at most 254 characters")
      .refine((typed) => normalise(typed) !== undefined, {
        error: "This is not an e-mail address",
        abort: true,
      })
      .refine(
        (typed) => PLAIN.test(typed),
        "Our mail service can only write to addresses with letters a to z, digits and signs before the @",
      ),
  );

/**
 * The form in which two spellings are the same mailbox: NFC, lower case, domain as A-labels (UTS #46). Dots and `+tags` are kept:
 * merging on them would hand one person's data to another.
 */
export function normalise(typed: string): string | undefined {
  const [, local, domain] = PARTS.exec(typed.trim().toLowerCase().normalize("NFC")) ?? [];
  if (!local || !domain) return undefined;
  const address = `${local}@${domainToASCII(domain)}`;
  if (!DOMAIN.test(address.slice(local.length + 1)) || /^\.|\.$|\.\./.test(local)) return undefined;
  return address.length <= LONGEST ? address : undefined;
}

/** Keyed hash under which the guard and the suppression of an address are kept; the address itself is in no key. */
export function hashOf(typed: string): string {
  const address = normalise(typed);
  if (!address) throw new Error("Only a parsed address can be hashed");
  return Secret.hash("address", address);
}

const GMAIL = new Set(["gmail.com", "googlemail.com"]);

/**
 * The mailbox behind an address as far as one can guess: without a `+tag`, at Gmail without dots. Good for counting what may be too
 * much; never for telling people apart.
 */
export function mailboxOf(typed: string): string {
  const [local = "", domain = ""] = (normalise(typed) ?? "").split("@");
  const [untagged = ""] = local.split("+");
  const stripped = untagged || local;
  return GMAIL.has(domain) ? `${stripped.replaceAll(".", "")}@gmail.com` : `${stripped}@${domain}`;
}
