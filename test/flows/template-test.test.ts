import { afterAll, beforeAll, expect, test } from "vitest";
import { mail, mailsTo } from "./support/candidate.ts";
import { expectFiguresEqualLog } from "./support/log.ts";
import { open } from "./support/organisation.ts";
import { type Recruiter, signIn } from "./support/recruiter.ts";
import { type World, world } from "./support/world.ts";

const ME = "ana@perennial.example";
const wording = {
  subject: "News for {{ first_name }}",
  body: "Dear {{ name }}, [see](https://acme.example/jobs)",
};

let here: World;
let ana: Recruiter;
beforeAll(async () => {
  here = await world();
  ana = await signIn(here, "ana");
  await open(ana);
});
afterAll(() => here.end());

const testing = (who: Recruiter, body: object) => who.call("POST", "/v1/template-tests", body);

test("she gets what stands in the editor, marked as a test, untracked and counted nowhere", async () => {
  const before = await expectFiguresEqualLog(here);
  expect(await testing(ana, { wording, locale: "en" })).toEqual({ status: 200, body: { to: ME } });
  const sent = await mail(here, ME, /^\[Test\] News for Ada$/);
  expect(sent.text).toContain("Dear Ada Example,");
  expect(sent.links.some(({ tracked }) => tracked)).toBe(false);
  expect(Object.keys(sent.tags).filter((tag) => !tag.startsWith("ses:"))).toEqual([]);
  await here.clock.settled();
  expect(await expectFiguresEqualLog(here)).toEqual(before);
});

test("what would hold the mail is said, and nothing leaves", async () => {
  const refused = await testing(ana, { wording: { ...wording, body: "{{ salary }}" }, locale: "en" });
  expect(refused).toMatchObject({ status: 422, body: { code: "template.faulty" } });
  expect(JSON.stringify(refused.body)).toContain("salary");
  expect(await mailsTo(here, ME)).toHaveLength(1);
});

test("a viewer may read a mail and send none", async () => {
  const mei = await signIn(here, "mei");
  expect(await mei.call("POST", "/v1/template-previews", { wording, locale: "en" })).toMatchObject({
    status: 200,
  });
  expect(await testing(mei, { wording, locale: "en" })).toMatchObject({ status: 403 });
});

test("while SES has paused the account the answer says so", async () => {
  here.services.email.faults.set("paused");
  expect(await testing(ana, { wording, locale: "en" })).toMatchObject({ body: { code: "mail.refused" } });
});
