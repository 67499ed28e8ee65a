import type { Rule } from "../../packages/core/rule/rule.schema.ts";
import type { Preview } from "../../packages/core/segment/views.ts";
import type { Machine } from "./machine.ts";
import { CITIES, CRAFTS, somebody } from "./somebody.ts";

/** Four facts. */
export const ruleOf = (crafts: readonly string[], city: string): Rule => ({
  kind: "all",
  rules: [
    { kind: "set", fact: "skills", op: "any_of", values: [...crafts] },
    { kind: "set", fact: "city", op: "any_of", values: [city] },
    { kind: "not", rule: { kind: "set", fact: "stage", op: "any_of", values: ["archived"] } },
    { kind: "date", fact: "joinedAt", op: "not_within_last", days: 10 },
  ],
});

const [city] = CITIES;
const [nursing, midwifery] = CRAFTS;
const sought: readonly string[] = [nursing, midwifery];

const fits = (n: number) => {
  const { profile } = somebody(n);
  return profile?.city === city && profile.skills?.some((skill) => sought.includes(skill));
};

/** A rule over four facts that a tenth of the people fit, asked about everybody. Resolves with the seconds until the exact answer. */
export async function askEverybody({ ana }: Machine, people: number): Promise<number> {
  const rule = ruleOf(sought, city);
  const began = performance.now();
  const { status, body } = await ana.call<Preview>("POST", "/v1/segment-previews", { rule, exact: true });
  const seconds = (performance.now() - began) / 1000;
  const expected = Array.from({ length: people }, (_, n) => n).filter(fits).length;
  if (status !== 200 || body.people !== people || body.match.count !== expected)
    throw new Error(`Of ${people} people ${body.people} were asked and ${body.match?.count} fit (${status})`);
  return seconds;
}
