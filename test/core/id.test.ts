import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { Clock } from "../../packages/core/clock.ts";
import { derivedId, Id, newId } from "../../packages/core/id.ts";

let put: (() => void) | undefined;
afterEach(() => put?.());

test("ids made one after the other sort in that order, also when the clock stands or goes back", () => {
  let now = Date.parse("2026-03-02T09:00:00Z");
  put = Clock.use(() => now);
  const ids = [0, 0, 5, -3, 0, 1000].map((step) => {
    now += step;
    return newId("cnd");
  });
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});

test("every id fits its own schema, no other, and survives lower case", () =>
  fc.assert(
    fc.property(
      fc.constantFrom("cnd", "msg", "evt"),
      fc.array(fc.oneof(fc.string(), fc.nat())),
      (prefix, parts) => {
        for (const id of [newId(prefix), derivedId(prefix, ...parts)]) {
          expect(Id(prefix).safeParse(id).success).toBe(true);
          expect(Id("tpl").safeParse(id).success).toBe(false);
          expect(id.toLowerCase()).toBe(id);
        }
      },
    ),
  ));

test("the same cause gives the same id, and no two causes share one", () =>
  fc.assert(
    fc.property(causes, causes, (one, other) => {
      expect(derivedId("msg", ...one)).toBe(derivedId("msg", ...one));
      const same = JSON.stringify(one) === JSON.stringify(other);
      expect(derivedId("msg", ...one) === derivedId("msg", ...other)).toBe(same);
    }),
  ));

test.each([
  "cnd_",
  "cnd_UPPER",
  "cnd_0123#456",
  `cnd_${"a".repeat(33)}`,
  `evt_${"a".repeat(26)}`,
  "",
  "cnd_../x",
])("%j is no id of a person", (text) => {
  expect(Id("cnd").safeParse(text).success).toBe(false);
});

const causes = fc.array(fc.oneof(fc.string({ maxLength: 3 }), fc.nat({ max: 3 })), { maxLength: 3 });
