import fc from "fast-check";
import type { Facts, Happenings } from "../../../packages/core/facts/facts.schema.ts";
import type { Condition, Rule } from "../../../packages/core/rule/rule.schema.ts";
import { instants, now } from "./gates.ts";

export { now };

/** Somebody of whom little is known. */
export const stranger: Facts = {
  candidateId: `cnd_${"0".repeat(26)}`,
  name: "Ada",
  standing: "sourced",
  stage: "new",
  locale: "en",
  source: "import",
  skills: [],
  interests: [],
  tags: [],
  createdAt: "2026-01-05T08:00:00.000Z",
  hasAddress: true,
  permission: "none",
  tracked: false,
};

const word = fc.constantFrom(
  "Nursing",
  "nursing",
  "Zürich",
  "ZURICH",
  "Straße",
  "strasse",
  "Theatre",
  "x  y",
  "X Y",
);
const words = fc.array(word, { maxLength: 3 });
const days = fc.integer({ min: 1, max: 400 });
const day = instants.map((at) => at.slice(0, 10));

/** All kinds of people, each fact known of some of them. */
export const people: fc.Arbitrary<Facts> = fc
  .record(
    {
      title: word,
      company: word,
      city: word,
      country: fc.constantFrom("DE", "AT", "PT"),
      owner: fc.constantFrom("ana", "ben"),
      experienceYears: fc.integer({ min: 0, max: 5 }),
      openFrom: day,
      joinedAt: instants,
      permissionUntil: instants,
      createdAt: instants,
      skills: words,
      interests: words,
      tags: words,
      permission: fc.constantFrom("none", "pending", "granted", "withdrawn"),
    },
    { requiredKeys: ["skills", "interests", "tags", "permission", "createdAt"] },
  )
  .map((known) => ({ ...stranger, ...known }));

export const happenings: fc.Arbitrary<Happenings | undefined> = fc.option(
  fc.record(
    { mailed: instants, clicked: instants, replied: instants, contacted: instants, tracked: fc.boolean() },
    { requiredKeys: ["tracked"] },
  ),
  { nil: undefined },
);

const conditions: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    kind: fc.constant("text"),
    fact: fc.constantFrom("name", "title", "company", "city"),
    op: fc.constantFrom("is", "contains", "starts_with"),
    value: word,
  }),
  fc.record({
    kind: fc.constant("set"),
    fact: fc.constantFrom("tags", "skills", "interests", "country", "city", "owner", "permission", "stage"),
    op: fc.constantFrom("any_of", "all_of", "none_of"),
    values: fc.array(fc.oneof(word, fc.constantFrom("de", "AT", "Ana", "granted", "new")), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
  fc.record({
    kind: fc.constant("number"),
    fact: fc.constant("experienceYears"),
    op: fc.constantFrom("at_least", "at_most", "between"),
    value: fc.integer({ min: 0, max: 3 }),
    to: fc.integer({ min: 3, max: 5 }),
  }),
  fc.record({
    kind: fc.constant("date"),
    fact: fc.constantFrom("createdAt", "joinedAt", "openFrom", "permissionUntil"),
    op: fc.constantFrom("within_last", "not_within_last", "within_next", "before", "after"),
    days,
    day,
  }),
  fc.record(
    {
      kind: fc.constant("happened"),
      what: fc.constantFrom("mailed", "clicked", "replied", "contacted"),
      days,
    },
    { requiredKeys: ["kind", "what"] },
  ),
  fc.record({ kind: fc.constant("known"), fact: fc.constantFrom("city", "skills", "owner", "joinedAt") }),
);

/** Rules of every shape within what is allowed. */
export const rules: fc.Arbitrary<Rule> = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    conditions,
    fc.record({ kind: fc.constantFrom("all", "any"), rules: fc.array(tie("rule"), { maxLength: 3 }) }),
    fc.record({ kind: fc.constant("not"), rule: tie("rule") }),
  ),
})).rule;
