import { beforeAll, expect, test } from "vitest";
import { Template } from "../../packages/core/template/index.ts";
import { as, furnish, member } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
const wording = (body: string) => ({ subject: "Hello {{ first_name }}", body });
const preview = (body: string, candidateId?: string) =>
  as("recruiter", () =>
    Template.preview({ wording: wording(body), locale: "en", ...(candidateId ? { candidateId } : {}) }),
  );

let ada: string;
beforeAll(async () => {
  await furnish();
  ada = await member(here, "ada@example.org", { name: "Ada Lovelace" });
});

test("a mail is shown as a real person would get it", async () => {
  const { subject, text, problems } = await preview("Dear {{ name }},", ada);
  expect([subject, problems]).toEqual(["Hello Ada", []]);
  expect(text).toContain("Dear Ada Lovelace,");
});

test("what is not known of her would hold the mail, and the message says how to mend it", async () => {
  const { html, problems } = await preview("News for a {{ title }}", ada);
  expect(html).toBe("");
  expect(problems).toMatchObject([{ message: expect.stringContaining('{{ title | default: "..." }}') }]);
});

test("a default takes the place of what is not known", async () => {
  const { text, problems, mayBeMissing } = await preview('News for {{ title | default: "you" }}', ada);
  expect([problems, mayBeMissing]).toEqual([[], []]);
  expect(text).toContain("News for you");
});

test("for a made-up person all is known, and the preview says what is not known of everybody", async () => {
  const { text, problems, mayBeMissing } = await preview("A {{ title }} in {{ city }}");
  expect(text).toContain("A Nurse in Leeds");
  expect([problems, mayBeMissing]).toEqual([[], ["title", "city"]]);
});

test("a field that does not exist is nobody's, with or without a person", async () => {
  for (const of of [undefined, ada])
    expect((await preview("{{ salary }}", of)).problems).toEqual([
      { message: 'There is no value called "salary"' },
    ]);
});
