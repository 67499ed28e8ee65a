import fc from "fast-check";
import { expect, test } from "vitest";
import { AppError } from "../../packages/core/error.ts";
import { readBody } from "../../packages/functions/adapter/body.ts";
import { request } from "./support/request.ts";

const LIMIT = 1000;
const read = (type: string | undefined, body: string | undefined, base64 = false) =>
  readBody(
    request("POST", "/", {
      ...(type === undefined ? {} : { headers: { "content-type": type } }),
      ...(body === undefined ? {} : { body }),
      base64,
    }),
    LIMIT,
  );
const base64 = (bytes: string | Buffer) => Buffer.from(bytes).toString("base64");
const FORM = "application/x-www-form-urlencoded";

test("JSON is read, with any charset said and any case", async () => {
  for (const type of ["application/json", "application/json; charset=utf-8", "Application/JSON"])
    expect(await read(type, '{"name":"Zoë"}')).toEqual({ name: "Zoë" });
});

test("a form is read by field; a field that stands twice has a list", async () => {
  const body = await read(FORM, "name=Ada+L%C3%B6w&tag=a&tag=b&empty=");
  expect(body).toEqual({ name: "Ada Löw", tag: ["a", "b"], empty: "" });
});

test("a multipart form is read the same way", async () => {
  const text = [
    "--x",
    'Content-Disposition: form-data; name="List-Unsubscribe"',
    "",
    "One-Click",
    "--x--",
    "",
  ].join("\r\n");
  expect(await read('multipart/form-data; boundary="x"', text)).toEqual({
    "List-Unsubscribe": "One-Click",
  });
  expect(await read("multipart/form-data; boundary=x", base64(text), true)).toEqual({
    "List-Unsubscribe": "One-Click",
  });
});

test("what API Gateway encoded is read as it was sent", async () => {
  expect(await read("application/json", base64('{"name":"Zoë"}'), true)).toEqual({ name: "Zoë" });
  expect(await read(FORM, base64("a=1"), true)).toEqual({ a: "1" });
});

test("nothing sent is nothing; text without a type is text", async () => {
  expect(await read("application/json", undefined)).toBeUndefined();
  expect(await read("application/json", "")).toBeUndefined();
  expect(await read(undefined, "List-Unsubscribe=One-Click")).toBe("List-Unsubscribe=One-Click");
});

test.each([
  ["JSON that breaks off", "application/json", '{"a":', false],
  ["JSON with a comma too many", "application/json", "[1,]", false],
  ["a multipart form without a boundary", "multipart/form-data", "--x", false],
  ["a multipart form that breaks off", "multipart/form-data; boundary=x", "--x\r\nContent-Disp", false],
  ["bytes that are not UTF-8", "application/json", base64(Buffer.from([0x22, 0xff, 0xfe, 0x22])), true],
  ["a form whose bytes are not UTF-8", FORM, base64(Buffer.from([0x61, 0x3d, 0xff])), true],
])("%s is refused by name, not a fault of ours", async (_, type, body, encoded) => {
  await expect(read(type, body, encoded)).rejects.toMatchObject({
    kind: "invalid",
    code: "body.malformed",
    problems: [{ field: "body" }],
  });
});

test("a file in a form is refused", async () => {
  const head =
    'Content-Disposition: form-data; name="cv"; filename="cv.pdf"\r\nContent-Type: application/pdf';
  const file = read("multipart/form-data; boundary=x", `--x\r\n${head}\r\n\r\n%PDF\r\n--x--\r\n`);
  await expect(file).rejects.toMatchObject({ code: "body.malformed" });
});

test("the limit is in bytes, and is counted before anything is read", async () => {
  const tooMuch = { kind: "invalid", code: "body.too_large" };
  await expect(read("application/json", `"${"x".repeat(LIMIT)}"`)).rejects.toMatchObject(tooMuch);
  await expect(read("application/json", "ü".repeat(LIMIT / 2 + 1))).rejects.toMatchObject(tooMuch);
  await expect(read("application/json", base64("x".repeat(LIMIT + 1)), true)).rejects.toMatchObject(tooMuch);
  expect(await read("application/json", `"${"x".repeat(LIMIT - 2)}"`)).toHaveLength(LIMIT - 2);
});

test("JSON that is nested as deep as the limit allows is read or refused, never a crash", async () => {
  const deep = `${"[".repeat(400)}${"]".repeat(400)}`;
  expect(JSON.stringify(await read("application/json", deep))).toBe(deep);
});

test("a field named like a part of JavaScript is a field like any other", async () => {
  const body = await read(FORM, "__proto__=x&constructor=y");
  expect(Object.keys(body as object).sort()).toEqual(["__proto__", "constructor"]);
  expect(({} as { x?: unknown }).x).toBeUndefined();
});

test("whatever bytes come as whatever they say they are: read, or refused with a code", () =>
  fc.assert(
    fc.asyncProperty(
      fc.constantFrom("application/json", FORM, "multipart/form-data; boundary=x", "text/plain", "x/y", ""),
      fc.uint8Array({ maxLength: 60 }),
      async (type, bytes) => {
        await read(type, base64(Buffer.from(bytes)), true).catch((error: unknown) => {
          expect(error).toBeInstanceOf(AppError);
        });
      },
    ),
  ));
