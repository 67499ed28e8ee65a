import { Secret } from "otpauth";
import { expect, test } from "vitest";
import { codeOf, newSecret, stepAt, stepOf } from "../../packages/local/auth/totp.ts";

/** RFC 6238, appendix B, with SHA-1: seconds and the code of eight digits. */
const VECTORS = [
  [59, "94287082"],
  [1111111109, "07081804"],
  [1111111111, "14050471"],
  [1234567890, "89005924"],
  [2000000000, "69279037"],
  [20000000000, "65353130"],
] as const;
const base32 = (text: string) => Secret.fromUTF8(text).base32;
const secret = base32("12345678901234567890");

test.each(VECTORS)("the code of second %d is RFC 6238's", (seconds, code) => {
  expect(codeOf(secret, stepAt(seconds * 1000), 8)).toBe(code);
  expect(codeOf(secret, stepAt(seconds * 1000))).toBe(code.slice(2));
});

test("base32 is RFC 4648's, and a fresh secret is as long as Cognito's", () => {
  expect(base32("foobar")).toBe("MZXW6YTBOI");
  expect(newSecret()).toMatch(/^[A-Z2-7]{52}$/);
  expect(newSecret()).not.toBe(newSecret());
});

test("a neighbouring step's code is taken, one further off and one taken already are not", () => {
  const now = 50_000;
  const at = (step: number, after = -1) => stepOf(secret, codeOf(secret, step), now * 30_000, after);
  expect([now - 2, now - 1, now, now + 1, now + 2].map((step) => at(step))).toEqual([
    ...[undefined, now - 1, now, now + 1, undefined],
  ]);
  expect(at(now, now)).toBeUndefined();
  expect(at(now - 1, now)).toBeUndefined();
  expect(at(now + 1, now)).toBe(now + 1);
  for (const typed of ["", "12345", "1234567", "ääääää"])
    expect(stepOf(secret, typed, now * 30_000, -1), typed).toBeUndefined();
});
