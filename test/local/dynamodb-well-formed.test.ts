import { createRequire } from "node:module";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isWellFormed } from "../../packages/local/dynamodb/well-formed.ts";

const require = createRequire(import.meta.url);
const { checkTypes } = require("dynalite/validations");
const { types } = require("dynalite/validations/updateItem");

const odd = fc.constantFrom(
  1,
  null,
  true,
  "a",
  {},
  [],
  { S: 1 },
  { S: "a", N: "1" },
  { X: "a" },
  { L: [null] },
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    { weight: 8, arbitrary: fc.record({ S: fc.string() }) },
    { weight: 4, arbitrary: fc.record({ N: fc.string() }) },
    { weight: 4, arbitrary: fc.constantFrom({ BOOL: true }, { NULL: true }, { NULL: false }, { SS: ["a"] }) },
    { weight: 4, arbitrary: fc.record({ M: fc.dictionary(fc.string(), tie("value")) }) },
    { weight: 4, arbitrary: fc.record({ L: fc.array(tie("value")) }) },
    { weight: 1, arbitrary: odd },
  ),
}));
const map = fc.oneof(
  { weight: 9, arbitrary: fc.dictionary(fc.string(), value) },
  { weight: 1, arbitrary: odd },
);
const text = fc.oneof({ weight: 9, arbitrary: fc.string() }, { weight: 1, arbitrary: odd });
const fields = {
  Key: map,
  ExpressionAttributeValues: map,
  UpdateExpression: text,
  ExpressionAttributeNames: map,
};

test("what is taken as well formed is what the check of types would hand back as it came", () => {
  let taken = 0;
  fc.assert(
    fc.property(fc.record(fields), (body: Record<string, unknown>) => {
      for (const [name, given] of Object.entries(body)) {
        if (!isWellFormed(given, types[name])) continue;
        taken += 1;
        const before = structuredClone(given);
        expect(checkTypes({ [name]: given }, { [name]: types[name] })).toEqual({ [name]: before });
      }
    }),
    { numRuns: 500 },
  );
  expect(taken).toBeGreaterThan(500);
});

test("a name that dynalite loses is not well formed", () => {
  const named = JSON.parse('{"__proto__":{"S":"a"}}');
  expect(isWellFormed(named, types.ExpressionAttributeValues)).toBe(false);
});
