import { beforeAll, expect, test } from "vitest";
import { Candidate } from "../../packages/core/candidate/index.ts";
import { profiles } from "../../packages/core/candidate/profiles.ts";
import { rows } from "../../packages/core/candidate/rows.ts";
import { as, furnish, known, member } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
beforeAll(furnish);

/** As long as the form takes each, in letters of one, two and four bytes. */
const LONGEST = { name: 200, interest: 200 };
const letters = ["x", "ß", "\u{1f600}"];
const sizes = [1, 80, 81, 120, 121, 200] as const;
const cases = sizes.flatMap((size) => letters.map((letter) => ({ size, letter })));

test.each(cases)(
  "who writes $size times $letter into the form can be read afterwards",
  async ({ size, letter }) => {
    const text = (field: keyof typeof LONGEST) => letter.repeat(Math.min(size, LONGEST[field]));
    const email = `long-${size}-${letter.codePointAt(0)}@example.org`;
    const ada = await member(here, email, { name: text("name"), interest: text("interest") });
    expect((await known(ada)).candidate.interests).toEqual([text("interest")]);
    expect((await profiles([ada])).size).toBe(1);
  },
);

test("and the list of everybody shows them all", async () => {
  const { people } = await as("viewer", () => Candidate.list({}));
  expect(people.length).toBe(cases.length);
  expect(await as("viewer", async () => rows(await Candidate.everybody()))).toHaveLength(cases.length);
});

test("a recruiter can save what such a person is interested in", async () => {
  const interests = ["x".repeat(200)];
  const ada = await member(here, "edited@example.org");
  const { candidate } = await known(ada);
  await as("recruiter", () => Candidate.edit({ candidateId: ada, revision: candidate.revision, interests }));
  expect((await known(ada)).candidate.interests).toEqual(interests);
});
