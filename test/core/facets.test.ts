import fc from "fast-check";
import { expect, test } from "vitest";
import { listed, sift } from "../../packages/core/candidate/facets.ts";
import type { Facts } from "../../packages/core/facts/index.ts";
import { Policy } from "../../packages/core/organisation/index.ts";

const context = { now: new Date("2026-03-02T09:00:00.000Z"), policy: Policy.parse({}) };
const cities = ["Leipzig", "Wien", "Lyon"] as const;
const tags = ["a", "b", "c"] as const;

const people = fc.array(
  fc.record({ tags: fc.uniqueArray(fc.constantFrom(...tags)), city: fc.constantFrom(...cities, undefined) }),
  { maxLength: 30 },
);
const chosen = fc.record({
  tags: fc.uniqueArray(fc.constantFrom(...tags)),
  city: fc.uniqueArray(fc.constantFrom(...cities)),
});
type Person = { tags: string[]; city: string | undefined };

const factsOf = ({ city, ...person }: Person, n: number) =>
  ({
    ...{ candidateId: String(n), name: "", standing: "member", stage: "new", locale: "en", source: "" },
    ...{ skills: [], interests: [], permission: "none", hasAddress: true, tracked: false, createdAt: "" },
    ...person,
    ...(city ? { city } : {}),
  }) as Facts.Info;

const hasTag = (wanted: readonly string[]) => (person: Person) =>
  wanted.length === 0 || person.tags.some((tag) => wanted.includes(tag));
const hasCity = (wanted: readonly string[]) => (person: Person) =>
  wanted.length === 0 || (person.city !== undefined && wanted.includes(person.city));

test("one pass finds and counts what filtering facet by facet would", () => {
  fc.assert(
    fc.property(people, chosen, (crowd, wanted) => {
      const { found, counts } = sift(crowd.map(factsOf), wanted, context);
      const [inTags, inCity] = [crowd.filter(hasTag(wanted.tags)), crowd.filter(hasCity(wanted.city))];
      expect(found).toHaveLength(inTags.filter(hasCity(wanted.city)).length);
      const counted = (facet: "tags" | "city", value: string) =>
        listed(counts.get(facet) ?? new Map()).find((one) => one.value === value)?.count ?? 0;
      for (const tag of tags)
        expect(counted("tags", tag)).toBe(inCity.filter((person) => person.tags.includes(tag)).length);
      for (const city of cities)
        expect(counted("city", city)).toBe(inTags.filter((person) => person.city === city).length);
    }),
  );
});
