import fc from "fast-check";
import { expect, test } from "vitest";
import { Rule } from "../../packages/core/rule/index.ts";
import { truth } from "./support/rule-model.ts";
import { happenings, now, people, rules } from "./support/rules.ts";

const holds = (
  rule: Rule.Info,
  ...[facts, happened]: [Parameters<Rule.Predicate>[0], Parameters<Rule.Predicate>[1]]
) => Rule.compile(rule)(facts, happened, now);

test("a compiled rule says what a slow reading of it says", () =>
  fc.assert(
    fc.property(rules, people, happenings, (rule, facts, happened) => {
      expect(holds(rule, facts, happened)).toBe(truth(rule, facts, happened));
    }),
    { numRuns: 3000 },
  ));

test("not of not is the rule itself, and De Morgan holds for three values", () =>
  fc.assert(
    fc.property(fc.array(rules, { maxLength: 4 }), people, happenings, (parts, facts, happened) => {
      const not = (rule: Rule.Info) => ({ kind: "not" as const, rule });
      const all = { kind: "all" as const, rules: parts };
      const any = { kind: "any" as const, rules: parts.map(not) };
      expect(holds(not(all), facts, happened)).toBe(holds(any, facts, happened));
      expect(holds(not(not(all)), facts, happened)).toBe(holds(all, facts, happened));
    }),
  ));

test("what is decided without happenings stays decided with them", () =>
  fc.assert(
    fc.property(rules, people, happenings, (rule, facts, happened) => {
      const before = holds(rule, facts, undefined);
      if (before !== undefined) expect(holds(rule, facts, happened)).toBe(before);
      if (!Rule.needsHappenings(rule)) expect(holds(rule, facts, happened)).toBe(before);
    }),
  ));

test("the simpler rule is true of the same people, reads the same, and is no larger", () =>
  fc.assert(
    fc.property(rules, people, happenings, (rule, facts, happened) => {
      const simple = Rule.simplify(rule);
      expect(holds(simple, facts, happened)).toBe(holds(rule, facts, happened));
      expect(Rule.simplify(simple)).toEqual(simple);
      expect(Rule.words(simple)).toBe(Rule.words(rule));
    }),
  ));

test("every rule can be read aloud, and comes through its schema unchanged", () =>
  fc.assert(
    fc.property(rules, (rule) => {
      expect(Rule.words(rule)).toMatch(/^(People .+|Everybody|Nobody)\.$/);
      expect(Rule.words(rule)).not.toMatch(/undefined|_|\bNaN\b/);
      expect(Rule.Info.parse(rule)).toEqual(rule);
    }),
  ));

/** Nested without recursion, as a hostile request is, under either name of what stands inside. */
function deep(levels: number, around: (inner: unknown) => unknown): unknown {
  let rule: unknown = { kind: "known", fact: "city" };
  for (let level = 0; level < levels; level++) rule = around(rule);
  return rule;
}

test.each([
  (rule: unknown) => ({ kind: "not", rule, rules: [] }),
  (rule: unknown) => ({ kind: "all", rules: [rule], rule: { kind: "known", fact: "city" } }),
  (rule: unknown) => ({ kind: "not", rule, rules: "none" }),
])("what is nested without end is refused, whatever else stands beside it", (around) => {
  expect(Rule.Info.safeParse(deep(7000, around)).success).toBe(false);
});

const nested = (levels: number): unknown =>
  levels === 0 ? { kind: "known", fact: "city" } : { kind: "not", rule: nested(levels - 1) };

test("five groups in each other and a hundred conditions are enough", () => {
  const wide = (conditions: number) => ({
    kind: "all",
    rules: Array.from({ length: 5 }, (_, group) => ({
      kind: "any",
      rules: Array.from({ length: group === 0 ? conditions - 80 : 20 }, () => nested(0)),
    })),
  });
  for (const fits of [nested(5), wide(100)]) expect(Rule.Info.safeParse(fits).success).toBe(true);
  expect(Rule.Info.safeParse(nested(6)).error?.message).toContain("at most 5 groups");
  expect(Rule.Info.safeParse(wide(101)).error?.message).toContain("at most 100 conditions");
});

test("a rule nested without end is refused, whatever it is made of", () => {
  let deep: unknown = {};
  for (let level = 0; level < 50_000; level++)
    deep = level % 2 ? { kind: "not", rule: deep } : { rules: [deep] };
  expect(Rule.Info.safeParse(deep).error?.message).toContain("at most 5 groups");
});
