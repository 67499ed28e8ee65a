import * as z from "zod";

export const Locale = z.enum(["en", "de"]);
export type Locale = z.infer<typeof Locale>;

/**
 * Half a surrogate pair is in it because DynamoDB and mail are UTF-8, which cannot say it; embeddings, overrides and isolates (UAX #9)
 * because they turn the text around them, so that one thing reads as another. The marks that names are written with are not.
 */
const CONTROL = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;
const codePoints = (text: string) => [...text].length;

/** One line of text: trimmed, no control characters (so no CR or LF that could reach a mail header), counted in code points. */
export const Line = (max: number) =>
  z
    .string()
    .trim()
    .min(1, "Must not be empty")
    .refine((text) => !CONTROL.test(text), "Must be one line, without control characters")
    .refine((text) => codePoints(text) <= max, `Must be at most ${max} characters`);

/** An ISO 8601 instant in UTC. */
export const Instant = z.iso.datetime();
