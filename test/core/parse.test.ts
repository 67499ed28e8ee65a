import fc from "fast-check";
import { expect, test } from "vitest";
import * as z from "zod";
import { AppError } from "../../packages/core/error.ts";
import { fn, parse } from "../../packages/core/fn.ts";
import { Organisation } from "../../packages/core/organisation/index.ts";
import { Line } from "../../packages/core/text.ts";

const Schema = z.strictObject({
  name: Line(20),
  steps: z.array(z.strictObject({ kind: z.literal("email") })),
});

function fields(input: unknown, schema: z.ZodType = Schema): string[] {
  try {
    parse(schema, input);
    return [];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(error).toMatchObject({ kind: "invalid", code: "input.invalid" });
    return error.problems.map(({ field }) => field);
  }
}

test("every wrong field is named, with its place in the input", () => {
  expect(fields({ name: "", steps: [{ kind: "email" }, { kind: "fax" }] })).toEqual(["name", "steps.1.kind"]);
});

test("every unknown field is named, also inside", () => {
  expect(fields({ name: "Ada", admin: true, role: "x", steps: [{ kind: "email", next: 1 }] })).toEqual([
    "steps.0.next",
    "admin",
    "role",
  ]);
});

test("what is no object at all is about the whole input", () => {
  for (const input of [null, undefined, 5, "text", []]) expect(fields(input)).toEqual(["body"]);
});

test("whatever is sent, the answer is the parsed input or a refusal that names something", () =>
  fc.assert(
    fc.property(fc.anything(), (input) => {
      const named = fields(input);
      if (!Schema.safeParse(input).success) expect(named.length).toBeGreaterThan(0);
    }),
  ));

test("no field of what reached an operation is anything but what its schema says", async () => {
  const greet = fn(z.strictObject({ name: Line(20) }), ({ name }) => `Hello ${name}`);
  expect(greet({ name: " Ada " })).toBe("Hello Ada");
  expect(() => greet({ name: "a\nb" })).toThrow("name: Must be one line");
});

test("an organisation's gaps are named one by one", () => {
  const gaps = fields({ revision: 0, name: "Acme", zone: "Mars/Olympus" }, Organisation.save.schema);
  expect(gaps).toEqual(
    expect.arrayContaining(["postalAddress", "privacyUrl", "senderEmail", "zone", "languages"]),
  );
  expect(gaps).not.toContain("name");
});
