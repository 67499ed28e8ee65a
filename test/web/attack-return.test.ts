import fc from "fast-check";
import { expect, test } from "vitest";
import { returnTo } from "../../packages/web/src/session/signed-in.tsx";

const ORIGIN = "https://jobs.acme.example";

test.each([
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "/\n\\evil.example",
  "https://evil.example",
  "javascript:alert(1)",
  "\\\\evil.example",
  " //evil.example",
  "",
])("after signing in nobody is sent to %j", (wanted) => expect(returnTo({ returnTo: wanted })).toBe("/"));

test("whatever the state says, she stays here", () =>
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."/\\\t\r\n.:@?#aj% ") }), (wanted) => {
      expect(new URL(returnTo({ returnTo: wanted }), ORIGIN).origin).toBe(ORIGIN);
    }),
    { numRuns: 300 },
  ));

test("a page she asked for is where she goes", () => {
  for (const path of ["/talent?tags=a%20b#x", "/campaigns/cmp_1/launch"])
    expect(returnTo({ returnTo: path })).toBe(path);
});
