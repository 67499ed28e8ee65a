import { expect, test } from "vitest";
import type { FactRow } from "../../packages/core/segment/views.ts";
import { labelOf } from "../../packages/web/src/rule/labels.ts";
import { suggestions } from "../../packages/web/src/rule/suggest.ts";
import { between, counted, effect, rough } from "../../packages/web/src/segment/words.ts";

const facts: FactRow[] = [
  {
    fact: "interests",
    kind: "set",
    words: "interests",
    known: 900,
    values: [
      { value: "Nursing", count: 412 },
      { value: "Care", count: 90 },
    ],
  },
  {
    fact: "owner",
    kind: "set",
    words: "owner",
    known: 8,
    values: [{ value: "usr_1", label: "Ana", count: 8 }],
  },
  { fact: "title", kind: "text", words: "title", known: 700, values: [] },
  { fact: "contacted", kind: "happened", words: "talked to", values: [], known: 900 },
];
const words = (typed: string) => suggestions(typed, facts).map((one) => one.words);

test("with nothing typed every fact is offered; a word finds facts, values and texts", () => {
  expect(words("")).toEqual(["Interests", "Owner", "Title", "Talked to"]);
  expect(words("nurs")).toEqual(["Interests: Nursing", "Title contains “nurs”"]);
  expect(words("ana")[0]).toBe("Owner: Ana");
  expect(words("own")[0]).toBe("Owner");
});

test("a value is a whole line, a fact one that still asks, what happened asks for silence", () => {
  const line = (typed: string) => suggestions(typed, facts)[0]?.line;
  expect(line("nurs")).toEqual({ kind: "set", fact: "interests", op: "any_of", values: ["Nursing"] });
  expect(line("intere")).toEqual({ kind: "set", fact: "interests", op: "any_of", values: [] });
  expect(line("talked")).toEqual({
    kind: "not",
    rule: { kind: "happened", what: "contacted", days: 90 },
  });
});

test("ids are called by the names the server gives them", () => {
  expect(labelOf(facts)("owner", "usr_1")).toBe("Ana");
  expect(labelOf(facts)("country", "DE")).toBe("Germany");
});

test("an estimate is said in two figures, an exact count as it is", () => {
  expect([0, 7, 64, 1216, 13_824].map(rough)).toEqual([0, 7, 64, 1200, 14_000]);
  const estimate = { count: 1216, low: 753, high: 1928, exact: false };
  expect(counted(estimate)).toBe("≈ 1,200");
  expect(between(estimate)).toBe("between 750 and 1,900");
  const exact = { count: 1204, low: 1204, high: 1204, exact: true };
  expect(counted(exact)).toBe("1,204");
  expect([effect(exact, "all"), effect(exact, "any"), effect(estimate, "all")]).toEqual([
    "−1,204",
    "+1,204",
    "≈ −1,200",
  ]);
});
