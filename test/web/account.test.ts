import { expect, test } from "vitest";
import { codeFrom, inFours, otpauth } from "../../packages/web/src/account/key.ts";
import { isWrongCode, refused } from "../../packages/web/src/account/refused.ts";

test("a key is shown in fours and opened by an app", () => {
  expect(inFours("MZXW6YTBOI")).toBe("MZXW 6YTB OI");
  expect(otpauth("MZXW6YTB", "ana+1@acme.example")).toBe(
    "otpauth://totp/Perennial%3Aana%2B1%40acme.example?secret=MZXW6YTB&issuer=Perennial",
  );
});

test("six digits are a code however they were typed", () => {
  expect(codeFrom(" 123 456\n")).toBe("123456");
  for (const typed of ["", "12345", "1234567", "12345a"]) expect(codeFrom(typed), typed).toBeUndefined();
});

test("a refusal says what to do: another code, another session, a pause", () => {
  for (const code of ["EnableSoftwareTokenMFAException", "CodeMismatchException", "ExpiredCodeException"])
    expect(isWrongCode(refused(code, 400)), code).toBe(true);
  expect(refused("NotAuthorizedException", 400)).toMatchObject({ status: 401 });
  expect(refused("TooManyRequestsException", 400)).toMatchObject({ status: 429 });
  expect(refused("SomethingNew", 500)).toMatchObject({ status: 500, code: "SomethingNew" });
  expect(isWrongCode(refused("SomethingNew", 400))).toBe(false);
});
