import fc from "fast-check";
import { expect, test } from "vitest";
import { encodeName } from "../../packages/core/message/compose.ts";

/** Reads a display name as a mail program does: a quoted string, or encoded words (RFC 2047 section 6.2). */
function decode(header: string): string {
  if (header.startsWith('"')) return header.slice(1, -1).replace(/\\(.)/g, "$1");
  return header
    .split(" ")
    .map((word) => Buffer.from(/^=\?UTF-8\?B\?(.*)\?=$/.exec(word)?.[1] ?? "", "base64").toString())
    .join("");
}

const names = fc.oneof(
  fc.string(),
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary", maxLength: 80 }),
);

test("a name comes back as it was written, in any script", () =>
  fc.assert(
    fc.property(names, (name) => {
      expect(decode(encodeName(name))).toBe(name.toWellFormed());
    }),
    { numRuns: 1000 },
  ));

/** Without the character that a broken one is read as. */
const whole = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 120 })
  .filter((name) => !name.includes("\ufffd"));

test("every encoded word has at most 75 characters and breaks no character in two", () =>
  fc.assert(
    fc.property(whole, (name) => {
      const words = encodeName(`ü${name}`).split(" ");
      for (const word of words) {
        expect(word.length).toBeLessThanOrEqual(75);
        expect(decode(word)).not.toContain("\ufffd");
      }
    }),
  ));

test("no name can start a header of its own", () =>
  fc.assert(
    fc.property(names, names, (before, after) => {
      for (const newline of ["\r\n", "\n", "\r", "\0"])
        expect(encodeName(`${before}${newline}Bcc: eve@example.org${after}`)).toMatch(/^[\x20-\x7e]*$/);
    }),
  ));

test("a quote or backslash does not end the name early", () => {
  expect(encodeName('Acme "Care" \\ Jobs')).toBe('"Acme \\"Care\\" \\\\ Jobs"');
  expect(encodeName('" <eve@example.org>, "')).toBe('"\\" <eve@example.org>, \\""');
});
