import { expect, test } from "vitest";
import { contentOf, mailOf, nurture, organisation, rendered } from "./render-sample.ts";

const letter = `Hello {{ first_name }},

we are *growing* in [Leipzig](https://example.org/leipzig?a=1&b=2).

- nurses
- theatre staff

[See the jobs]({{ url }})`;

const values = { first_name: "Ada", url: "https://example.org/jobs" };

test("a mail is a whole document in its language, with the organisation's name and its one button", () => {
  const { subject, html } = mailOf(rendered(letter, values, nurture, "News from {{ organisation.name }}"));
  expect(subject).toBe("News from Müller & Söhne");
  expect(html).toMatch(/^<!doctype html>\s*<html lang="en"/);
  expect(html).toContain("<title>News from Müller &amp; Söhne</title>");
  expect(html.match(/<td class="button"/g)).toHaveLength(1);
  expect(html).toContain('<a href="https://example.org/jobs" style="color:#ffffff');
  expect(html).not.toContain("%%");
});

test("nothing in a mail is loaded from elsewhere", () => {
  const { html } = mailOf(rendered(letter, values, nurture));
  expect(html).not.toMatch(/<img|<script|@import|url\(|src=|stylesheet/i);
});

test("the plain part says the same in real words, links written out", () => {
  const { text } = mailOf(rendered(letter, values, nurture));
  expect(text).toBe(`Hello Ada,

we are growing in Leipzig <https://example.org/leipzig?a=1&b=2>.

- nurses
- theatre staff

See the jobs <https://example.org/jobs>

-- 
You joined our talent community. At most one mail in 3 days, at most 4 a month.

Stop these mails: https://jobs.example.org/unsubscribe/abc
Change what you get: https://jobs.example.org/preferences/abc

Müller & Söhne
Hauptstraße 1
04109 Leipzig
Germany

Privacy notice: https://example.org/privacy
Legal notice: https://example.org/imprint
`);
});

test("links that end or change the mails are never tracked, jobs are", () => {
  const body = `${letter}\n\nOr [stop]({{ stop }}).`;
  const stop = "https://jobs.example.org/unsubscribe/abc";
  const { html } = mailOf(rendered(body, { ...values, stop }, nurture));
  const links = [...html.matchAll(/<a ([^>]*)>/g)].map(([, attributes = ""]) => attributes);
  const tracked = links.filter((attributes) => !attributes.includes("ses:no-track"));
  expect(links).toHaveLength(7);
  expect(tracked.map((attributes) => /href="([^"]*)"/.exec(attributes)?.[1])).toEqual([
    "https://example.org/leipzig?a=1&amp;b=2",
    "https://example.org/jobs",
  ]);
});

test("a service mail has no unsubscribe line and no tracked link at all", () => {
  const { html, text } = mailOf(rendered(letter, values));
  expect(text).toContain("Because you asked.");
  expect(text).not.toContain("Stop these mails");
  expect([...html.matchAll(/<a ([^>]*)>/g)].every(([, it]) => it?.includes("ses:no-track"))).toBe(true);
});

test("the organisation's name is not said twice when the postal address begins with it", () => {
  const { text } = mailOf(rendered("Hello", {}, nurture));
  expect(text.split(organisation.name)).toHaveLength(2);
});

test("every missing value is named at once, blank ones too", () => {
  const outcome = rendered(
    "{{ first_name }} {{ job.title }} {{ city }}",
    { first_name: " ", city: null },
    nurture,
  );
  expect(outcome).toEqual({ ok: false, missing: ["first_name", "job.title", "city"], problems: [] });
});

test("a wording may say what to write instead of a missing value, or leave a part out", () => {
  const body = "Hello {{ first_name | default: 'you' }}{% if city %} in {{ city }}{% endif %}.";
  expect(contentOf(mailOf(rendered(body)))).toContain("Hello you.");
});

test("faults of the template are named with part and line", () => {
  const outcome = rendered("Hello\n\n{{ name | shout }}", { name: "Ada" }, nurture, "{% if %}");
  expect(outcome).toMatchObject({
    problems: [expect.stringMatching(/^Subject, /), "Body, line 3: undefined filter: shout"],
  });
  expect(rendered("{{ organisation }}")).toMatchObject({
    problems: ["Body, line 1: this names a group of values, name one of them"],
  });
});

test("a mail with nothing in it is no mail", () => {
  expect(rendered("{% if city %}x{% endif %}")).toMatchObject({ problems: ["The body is empty"] });
});
