import { expect, test } from "vitest";
import type { Facts, Happenings } from "../../packages/core/facts/facts.schema.ts";
import { Rule } from "../../packages/core/rule/index.ts";
import { now, stranger } from "./support/rules.ts";

const DAY_MS = 86_400_000;
const before = (days: number, ms = 0) => new Date(now.getTime() - days * DAY_MS - ms).toISOString();
const holds = (rule: Rule.Info, facts: Partial<Facts> = {}, happenings?: Happenings) =>
  Rule.compile(rule)({ ...stranger, ...facts }, happenings, now);

const set = (
  fact: "skills" | "tags" | "owner" | "city",
  op: "any_of" | "all_of" | "none_of",
  ...values: string[]
) => ({ kind: "set", fact, op, values }) as const;

test.each([
  ["a skill nobody told us of is not known", set("skills", "any_of", "Java"), {}, undefined],
  ["nor is that she lacks it", set("skills", "none_of", "Java"), {}, undefined],
  ["one who named others does not have it", set("skills", "any_of", "Java"), { skills: ["ICU"] }, false],
  ["tags are ours: no tag is known to be none", set("tags", "any_of", "A"), {}, false],
  ["so who has none is not tagged", set("tags", "none_of", "A"), {}, true],
  ["who has no owner is looked after by nobody", set("owner", "none_of", "ana"), {}, true],
  ["each of several must be there", set("tags", "all_of", "a", "B"), { tags: ["A", "c"] }, false],
  ["case and accents make no difference", set("city", "any_of", "ZURICH"), { city: " Zürich " }, true],
] as const)("%s", (_, rule, facts, truth) => {
  expect(holds(rule as Rule.Info, facts as Partial<Facts>)).toBe(truth);
});

const text = (op: "is" | "contains" | "starts_with", value: string) =>
  ({ kind: "text", fact: "title", op, value }) as const;

test("texts are compared without case, accents and doubled spaces", () => {
  expect(holds(text("is", "Senior  ICU Nurse"), { title: "senior icu nurse" })).toBe(true);
  expect(holds(text("contains", "PFLEGEKRAFT"), { title: "Leitende Pflegekräft" })).toBe(true);
  expect(holds(text("starts_with", "Straßen"), { title: "STRASSENBAUER" })).toBe(true);
  expect(holds(text("starts_with", "nurse"), { title: "icu nurse" })).toBe(false);
  expect(holds(text("contains", "nurse"))).toBeUndefined();
});

const joined = (op: "within_last" | "not_within_last", days: number) =>
  ({ kind: "date", fact: "joinedAt", op, days }) as const;

test("the last 30 days include the day they begin on, to the millisecond, and now", () => {
  for (const at of [before(30), before(0), before(12)])
    expect(holds(joined("within_last", 30), { joinedAt: at })).toBe(true);
  for (const at of [before(30, 1), before(0, -1)])
    expect(holds(joined("within_last", 30), { joinedAt: at })).toBe(false);
  expect(holds(joined("not_within_last", 30), { joinedAt: before(30, 1) })).toBe(true);
  expect(holds(joined("not_within_last", 30))).toBeUndefined();
});

test("a day counts whole: the last of the next 60 days is still in them", () => {
  const open = { kind: "date", fact: "openFrom", op: "within_next", days: 60 } as const;
  expect(holds(open, { openFrom: "2026-05-01" })).toBe(true);
  expect(holds(open, { openFrom: "2026-05-02" })).toBe(false);
  expect(holds(open, { openFrom: "2026-03-02" })).toBe(true);
  expect(holds(open, { openFrom: "2026-03-01" })).toBe(false);
});

test("before and after a day leave the day itself out", () => {
  const day = (op: "before" | "after") =>
    ({ kind: "date", fact: "joinedAt", op, day: "2026-02-01" }) as const;
  const at = { joinedAt: "2026-02-01T23:59:59.999Z" };
  expect([holds(day("before"), at), holds(day("after"), at)]).toEqual([false, false]);
  expect(holds(day("after"), { joinedAt: "2026-02-02T00:00:00.000Z" })).toBe(true);
  expect(holds(day("before"), { joinedAt: "2026-01-31T23:59:59.999Z" })).toBe(true);
});

const permission = (...values: string[]) =>
  ({ kind: "set", fact: "permission", op: "any_of", values }) as const;

test("a permission that has run out is expired, not granted", () => {
  const over = { permission: "granted", permissionUntil: before(0) } as const;
  expect(holds(permission("granted"), over)).toBe(false);
  expect(holds(permission("expired"), over)).toBe(true);
  expect(holds(permission("granted"), { permission: "granted", permissionUntil: before(0, -1) })).toBe(true);
});

const clicked = (of: { days?: number; stepId?: string }) =>
  ({ kind: "happened", what: "clicked", ...of }) as const;

test("whether somebody who is not tracked clicked is not known, unless she did", () => {
  expect(holds(clicked({}), {}, { tracked: false })).toBeUndefined();
  expect(holds(clicked({}), {}, { tracked: true })).toBe(false);
  expect(holds(clicked({ days: 9 }), {}, { tracked: false, clicked: before(9) })).toBe(true);
  expect(holds(clicked({ days: 9 }), {}, { tracked: false, clicked: before(10) })).toBeUndefined();
  expect(holds(clicked({ days: 9 }), {}, { tracked: true, clicked: before(10) })).toBe(false);
});

test("of one mail of a campaign: known by the mail itself, and only inside the campaign", () => {
  const one = (mail: object) => ({
    tracked: false,
    steps: { first: { at: before(3), tracked: true, ...mail } },
  });
  expect(holds(clicked({ stepId: "first" }), {}, one({}))).toBe(false);
  expect(holds(clicked({ stepId: "first" }), {}, one({ tracked: false }))).toBeUndefined();
  expect(holds(clicked({ stepId: "first" }), {}, one({ clickedAt: before(1) }))).toBe(true);
  expect(holds(clicked({ stepId: "other" }), {}, one({}))).toBe(false);
  expect(holds(clicked({ stepId: "first" }), {}, { tracked: true })).toBeUndefined();
  const replied = { kind: "happened", what: "replied", stepId: "first" } as const;
  expect(holds(replied, {}, { ...one({}), replied: before(4) })).toBe(false);
  expect(holds(replied, {}, { ...one({}), replied: before(2) })).toBe(true);
});
