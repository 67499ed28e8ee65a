import fc from "fast-check";
import { expect, test } from "vitest";
import type { Rule } from "../../packages/core/rule/rule.schema.ts";
import {
  asGroup,
  at,
  type Group,
  insert,
  isWhole,
  numbered,
  put,
  shift,
  written,
} from "../../packages/web/src/rule/tree.ts";
import { conditionOf, verbAt, verbsOf } from "../../packages/web/src/rule/verbs.ts";
import { rules } from "../core/support/rules.ts";

const known = (fact: "city" | "title" | "company"): Rule => ({ kind: "known", fact });
const blank: Rule = { kind: "set", fact: "tags", op: "any_of", values: [] };
const nested: Group = {
  kind: "all",
  rules: [known("city"), { kind: "not", rule: { kind: "any", rules: [known("title"), known("company")] } }],
};

test("a line is found, changed, put and taken by where it stands, also in a group that is turned around", () => {
  expect(at(nested, [1, 1])).toEqual(known("company"));
  expect(at(put(nested, [1, 0], blank), [1, 0])).toEqual(blank);
  expect(at(put(nested, [1, 0], undefined), [1, 0])).toEqual(known("company"));
  expect(at(insert(nested, [1, 2], blank), [1, 2])).toEqual(blank);
  expect(insert(nested, [0], blank).rules).toHaveLength(3);
});

test("what is taken out and put back is as it was", () =>
  fc.assert(
    fc.property(fc.array(rules, { minLength: 1, maxLength: 4 }), fc.nat(), (lines, choice) => {
      const group: Group = { kind: "any", rules: lines };
      const path = [choice % lines.length];
      const line = at(group, path);
      if (line) expect(insert(put(group, path, undefined), path, line)).toEqual(group);
    }),
  ));

test("a line moves up and down in its group and not out of it", () => {
  expect(shift(nested, [1], -1).rules[1]).toEqual(known("city"));
  expect(shift(nested, [1], 1)).toEqual(nested);
  expect(at(shift(nested, [1, 0], 1), [1, 0])).toEqual(known("company"));
  expect(shift(shift(nested, [1, 0], 1), [1, 1], -1)).toEqual(nested);
});

test("lines that say nothing yet are neither sent nor counted", () => {
  const group: Group = {
    kind: "all",
    rules: [blank, known("city"), { kind: "any", rules: [] }, known("title")],
  };
  expect(written(group)).toEqual({ kind: "all", rules: [known("city"), known("title")] });
  expect(numbered(group)).toEqual([undefined, 0, undefined, 1]);
  expect(isWhole(group)).toBe(false);
  expect(isWhole(nested)).toBe(true);
  expect(written({ kind: "all", rules: [blank] })).toEqual({ kind: "all", rules: [] });
});

test("a single condition is a group of one line", () => {
  expect(asGroup(known("city"))).toEqual({ kind: "all", rules: [known("city")] });
  expect(asGroup(nested)).toBe(nested);
});

test("every verb of a line makes a line that says just that verb, of the same fact", () =>
  fc.assert(
    fc.property(rules, (rule) => {
      const found = conditionOf(rule);
      if (!found) return;
      const { condition } = found;
      const verbs = verbsOf(condition);
      for (const verb of verbs) {
        const line = verb.make(condition);
        const next = conditionOf(line)?.condition ?? condition;
        const said = verbsOf(next);
        expect(said[verbAt(said, line, next)]?.words).toBe(verb.words);
      }
      const index = verbAt(verbs, rule, condition);
      if (index >= 0) expect(verbs[index]?.make(condition)).toMatchObject({ kind: rule.kind });
    }),
  ));
