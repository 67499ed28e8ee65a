import fc from "fast-check";
import { expect, test } from "vitest";
import {
  FACETS,
  lookFrom,
  narrowed,
  type Only,
  searchOf,
  switched,
} from "../../packages/web/src/talent/look.ts";
import {
  extended,
  isPicked,
  MOST_PICKED,
  NOBODY,
  pickedFrom,
  pickedText,
  toggled,
} from "../../packages/web/src/talent/picked.ts";

const ids = (count: number) => Array.from({ length: count }, (_, index) => `cnd_${index}`);

test("an address that says nothing shows everybody, newest first", () => {
  expect(lookFrom({})).toEqual({});
  expect(searchOf({})).toEqual({});
  expect(narrowed(lookFrom({ sort: "name", peek: "cnd_1" }))).toBe(false);
});

test("whatever an address holds, a look is made of what is known, and reading it again changes nothing", () => {
  const wild = fc.dictionary(
    fc.constantFrom("q", "only", "sort", "peek", "picked", "segment", "other"),
    fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.object(), fc.constant({ stage: ["new"] })),
  );
  fc.assert(
    fc.property(wild, (search) => {
      const look = lookFrom(search);
      expect(lookFrom({ ...look })).toEqual(look);
      expect(Object.values(look)).not.toContain(undefined);
      const facts: string[] = FACETS.map(({ fact }) => fact);
      for (const fact of Object.keys(look.only ?? {})) expect(facts).toContain(fact);
    }),
  );
});

test("what is looked for is what the API is asked; who is looked at and selected is not", () => {
  const look = lookFrom({ q: "icu", only: { stage: ["new"] }, sort: "name", peek: "cnd_1", picked: "1" });
  expect(searchOf(look)).toEqual({ words: "icu", facets: { stage: ["new"] }, sort: "name" });
});

test("a filter switched twice is as before, and the last one taken away leaves none", () => {
  const facts = fc.constantFrom(...FACETS.map(({ fact }) => fact));
  fc.assert(
    fc.property(facts, fc.string(), (fact, value) => {
      const once = switched({ city: ["Leipzig"] }, fact, value);
      expect(switched(once, fact, value)).toEqual({ city: ["Leipzig"] });
    }),
  );
  const only: Only = { stage: ["new"] };
  expect(switched(only, "stage", "new")).toBeUndefined();
  expect(only).toEqual({ stage: ["new"] });
});

test("a selection survives its address", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(1000), { minLength: 1, maxLength: MOST_PICKED }), (numbers) => {
      const picked = new Set(numbers.map((n) => `cnd_${n}`));
      expect(pickedFrom(pickedText(picked))).toEqual(picked);
    }),
  );
  expect(pickedText(NOBODY)).toBeUndefined();
  expect(pickedFrom("all")).toBe("all");
});

test("more people than an address can name are cut where it says so", () => {
  const text = pickedText(new Set(ids(MOST_PICKED + 50)));
  expect(pickedFrom(text)).toEqual(new Set(ids(MOST_PICKED)));
});

test("a range is selected in both directions, and leaving one out of all keeps the others", () => {
  const loaded = ids(5);
  expect(extended(NOBODY, loaded, 3, 1)).toEqual(new Set(["cnd_1", "cnd_2", "cnd_3"]));
  expect(toggled("all", "cnd_2", loaded)).toEqual(new Set(["cnd_0", "cnd_1", "cnd_3", "cnd_4"]));
  expect(isPicked("all", "cnd_99")).toBe(true);
});
