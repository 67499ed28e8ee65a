import fc from "fast-check";
import { expect, test } from "vitest";
import { Facts } from "../../packages/core/facts/index.ts";
import { reach } from "../../packages/core/facts/reach.ts";
import { Gate } from "../../packages/core/gate/index.ts";
import { Policy } from "../../packages/core/organisation/index.ts";
import { gates, now } from "./support/gates.ts";

const profile = {
  candidateId: `cnd_${"0".repeat(26)}`,
  name: "Ada",
  locale: "en" as const,
  standing: "member" as const,
  stage: "new" as const,
  skills: [],
  interests: [],
  tags: [],
  source: "form",
  answers: {},
  createdAt: "2026-01-01T00:00:00.000Z",
  revision: 0,
};
const countries = fc.constantFrom("DE", "FR", undefined);
const grounds = fc.constantFrom("consent" as const, "legitimate_interest" as const);
const policy = Policy.parse({});

test("the roster and the gate never say different things about who may be written to", () => {
  fc.assert(
    fc.property(gates, countries, grounds, fc.boolean(), (given, country, ground, sourced) => {
      const news = given.permissions.job_news;
      const gate: Gate.Info = {
        ...given,
        erased: false,
        ...(sourced ? { notice: { source: "fair", obtainedAt: "2026-01-01T00:00:00.000Z" } } : {}),
        ...(country ? { country } : {}),
        permissions: { ...given.permissions, ...(news ? { job_news: { ...news, ground } } : {}) },
      };
      const { facts } = Facts.listing({ ...profile, ...(country ? { country } : {}) }, gate, true);
      const said = reach(JSON.parse(facts) as Facts.Info, policy, now);
      expect(said === "yes").toBe(Gate.judge(gate, "nurture", now, policy).ok);
    }),
  );
});
