import { beforeAll, expect, test } from "vitest";
import { Candidate } from "../../packages/core/candidate/index.ts";
import { Rule } from "../../packages/core/rule/rule.schema.ts";
import { Segment } from "../../packages/core/segment/index.ts";
import { as, furnish, known, member } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
let ada: string;
beforeAll(async () => {
  await furnish();
  ada = await member(here, "ada@example.org");
});

const atLeast = (value: number) =>
  ({ kind: "number", fact: "experienceYears", op: "at_least", value }) as const;

test.each([5e-324, 1e-131, 0.1 + 0.2, 69.999999999])(
  "%d years are kept as DynamoDB can keep them",
  async (years) => {
    const { candidate } = await known(ada);
    const edit = { candidateId: ada, revision: candidate.revision, experienceYears: years };
    await as("recruiter", () => Candidate.edit(edit));
    expect((await known(ada)).candidate.experienceYears).toBe(Math.round(years * 100) / 100);
    await as("recruiter", () => Segment.create({ name: "Years", rule: atLeast(years) }));
  },
);

test.each([1e126, -1e300, Number.POSITIVE_INFINITY, Number.NaN])(
  "a rule about %d years is refused",
  (years) => expect(Rule.safeParse(atLeast(years)).success).toBe(false),
);
