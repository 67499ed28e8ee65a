import { expect, test } from "vitest";
import { Rule } from "../../packages/core/rule/index.ts";

const interested: Rule.Info = {
  kind: "set",
  fact: "interests",
  op: "any_of",
  values: ["Nursing", "Theatre"],
};
const quiet = { kind: "not", rule: { kind: "happened", what: "contacted", days: 90 } } as const;
const abroad: Rule.Info = { kind: "set", fact: "country", op: "none_of", values: ["DE", "AT"] };
const nurse = { kind: "text", fact: "title", op: "contains", value: "nurse" } as const;
const all = (...rules: Rule.Info[]) => ({ kind: "all" as const, rules });
const any = (...rules: Rule.Info[]) => ({ kind: "any" as const, rules });

test.each([
  [all(), "Everybody."],
  [any(), "Nobody."],
  [{ kind: "not", rule: all() }, "Nobody."],
  [interested, "People who are interested in Nursing or Theatre."],
  [
    all(interested, abroad, quiet),
    "People who are interested in Nursing or Theatre, who do not live in Germany or Austria, and who were not talked to in the last 90 days.",
  ],
  [
    all(interested, any(nurse, quiet)),
    "People who are interested in Nursing or Theatre and either whose title contains “nurse”, or who were not talked to in the last 90 days.",
  ],
  [
    { kind: "not", rule: any(interested, nurse) },
    "People who are not interested in Nursing or Theatre and whose title does not contain “nurse”.",
  ],
  [
    { kind: "number", fact: "experienceYears", op: "between", value: 3, to: 5 },
    "People who have 3 to 5 years of experience.",
  ],
  [{ kind: "happened", what: "clicked" }, "People who clicked at any time."],
  [{ kind: "not", rule: { kind: "happened", what: "replied" } }, "People who never replied."],
  [
    { kind: "date", fact: "joinedAt", op: "before", day: "2026-02-01" },
    "People who joined before 1 February 2026.",
  ],
  [
    { kind: "set", fact: "stage", op: "any_of", values: ["silver_medallist"] },
    "People who are at the stage silver medallist.",
  ],
  [{ kind: "not", rule: { kind: "known", fact: "openFrom" } }, "People whose earliest move is not known."],
] as [Rule.Info, string][])("%j", (rule, sentence) => {
  expect(Rule.words(rule)).toBe(sentence);
});

test("values that are ids are called by their names", () => {
  const rule: Rule.Info = { kind: "set", fact: "owner", op: "any_of", values: ["usr_1"] };
  expect(Rule.words(rule, (_, value) => ({ usr_1: "Ana" })[value] ?? value)).toBe(
    "People who are looked after by Ana.",
  );
});
