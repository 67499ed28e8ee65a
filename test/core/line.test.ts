import fc from "fast-check";
import { expect, test } from "vitest";
import { Line } from "../../packages/core/text.ts";

const short = Line(20);

test("what passes is one trimmed line of at most so many characters, as a reader counts them", () =>
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme", maxLength: 25 })),
      (text) => {
        const { data } = short.safeParse(text);
        if (data === undefined) return;
        expect(data).toBe(text.trim());
        expect(data).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
        expect(data.isWellFormed()).toBe(true);
        expect([...data].length).toBeGreaterThan(0);
        expect([...data].length).toBeLessThanOrEqual(20);
      },
    ),
    { numRuns: 200 },
  ));

test("any name in any script passes as it is", () =>
  fc.assert(
    fc.property(
      fc.constantFrom("Ada", "O'Brien-Łęcka", "李小龍", "محمد", "Zoë", "🌱", "X Æ A-12"),
      (name) => {
        expect(short.parse(` ${name} `)).toBe(name);
      },
    ),
  ));

test.each([
  ["CR and LF", "Ada\r\nBcc: eve@example.org"],
  ["a NUL", "A\u0000da"],
  ["an escape", "\u001b[31mAda"],
  ["a next-line character", "A\u0085da"],
  ["a line separator", "A\u2028da"],
  ["half a character", "A\ud83dda"],
  ["nothing", "   "],
  ["too much", "x".repeat(21)],
])("%s does not", (_, text) => {
  expect(short.safeParse(text).success).toBe(false);
});

test("an emoji counts as one, not as two", () => {
  expect(short.safeParse("🌱".repeat(20)).success).toBe(true);
  expect(short.safeParse("🌱".repeat(21)).success).toBe(false);
});
