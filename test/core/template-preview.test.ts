import { beforeAll, expect, test } from "vitest";
import { Template } from "../../packages/core/template/index.ts";
import { crowd } from "../flows/support/crowd.ts";
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

/** Somebody whose data came from elsewhere, and who may object. */
async function sourced(locale: "en" | "de", givenAt?: string): Promise<string> {
  const at = "2026-01-05T08:00:00.000Z";
  const ground = "legitimate_interest" as const;
  const permissions = {
    job_news: { state: "granted" as const, consentId: `con_${"0".repeat(26)}`, at, ground },
  };
  const notice = { source: "LinkedIn, by hand", obtainedAt: at, ...(givenAt ? { givenAt } : {}) };
  const gate = { permissions, country: "FR", notice };
  const [candidateId = ""] = await crowd(1, () => ({ profile: { locale }, gate }));
  return candidateId;
}

const german = { subject: "Hallo {{ first_name }}", body: "Guten Tag" };
const asked = (candidateId: string) => ({
  ...{ wording: wording("Dear {{ name }},"), locale: "en" as const, others: { de: german }, candidateId },
});
const shown = (candidateId: string) => as("recruiter", () => Template.preview(asked(candidateId)));

test("it is her mail: in her language, with why she gets it and what she is owed to be told", async () => {
  const { subject, text, locale } = await shown(await sourced("de"));
  expect([subject, locale]).toEqual(["Hallo Person", "de"]);
  expect(text).toContain("weil wir glauben, dass Arbeit bei uns zu Ihnen passen könnte");
  expect(text).toContain("Woher wir Ihre Daten haben");
  expect(text).toContain("LinkedIn, by hand");
});

test("who was told is not told again, and whoever gave her data herself never is", async () => {
  const told = await shown(await sourced("en", "2026-02-01T08:00:00.000Z"));
  expect([told.subject, told.locale]).toEqual(["Hello Person", "en"]);
  expect(told.text).toContain("because we think that work with us may suit you");
  const member = await shown(ada);
  expect(member.text).toContain("because you joined our talent community");
  for (const { text } of [told, member]) expect(text).not.toContain("Where we have your data from");
});

test("a test mail is the same mail", async () => {
  const candidateId = await sourced("de");
  await as("recruiter", () => Template.test(asked(candidateId)));
  const sent = here.ses.mails.at(-1)?.Content?.Simple;
  expect(sent?.Subject?.Data).toBe("[Test] Hallo Person");
  expect(sent?.Body?.Text?.Data).toContain("Woher wir Ihre Daten haben");
});
