import { expect, test } from "vitest";
import { wording } from "../../packages/core/consent/wording.ts";
import { mail } from "../../packages/core/invitation/mails.ts";
import { render } from "../../packages/core/template/render/index.ts";
import { Wording } from "../../packages/core/template/template.schema.ts";
import { nurtureWhy } from "../../packages/core/template/why.ts";
import { mailOf, organisation } from "./render-sample.ts";

const locales = ["en", "de"] as const;

test.each(locales)("job news, %s: who, what, how often, who reads it, how long, how it ends", (locale) => {
  const { text, label, points, version } = wording("job_news", locale, organisation);
  expect(version).toMatch(/^\d{4}-\d{2}-\d+$/);
  expect(text.startsWith(`${label}\n`)).toBe(true);
  for (const part of [organisation.name, "3", "4", "24", organisation.privacyUrl, "Recruiting|recruiting"])
    expect(text).toMatch(new RegExp(part));
  expect(points).toHaveLength(6);
});

test.each(locales)("tracking, %s, is asked apart and says what is recorded", (locale) => {
  const { text } = wording("tracking", locale, organisation);
  expect(text).toMatch(/open|öffn/);
  expect(text).toMatch(/click|klick/);
  expect(text).not.toBe(wording("job_news", locale, organisation).text);
});

test("the words are in their language, and the same input gives the same words", () => {
  const [en, de] = locales.map((locale) => wording("job_news", locale, organisation));
  expect(en?.text).not.toBe(de?.text);
  expect(wording("job_news", "de", organisation)).toEqual(de);
});

test.each(locales.flatMap((locale) => [["confirm", locale] as const, ["already", locale] as const]))(
  "the mail %s in %s is a valid wording and renders with its one link",
  (kind, locale) => {
    const { wording: words, why } = mail(kind, locale);
    expect(Wording.parse(words)).toEqual(words);
    const values =
      kind === "confirm"
        ? { confirm_url: "https://x.y/confirm/t" }
        : { preferences_url: "https://x.y/preferences/t" };
    const { html, text } = mailOf(
      render({ wording: words, values, locale, organisation, footer: { kind: "service", why } }),
    );
    expect(html.match(/<td class="button"/g)).toHaveLength(1);
    expect(text).toContain(Object.values(values)[0]);
    expect(text).toContain(why);
    expect(text.includes("7")).toBe(kind === "confirm");
  },
);

test("the mails about permission take nothing that a stranger typed into the form", () => {
  for (const locale of locales)
    for (const kind of ["confirm", "already"] as const) {
      const { subject, body } = mail(kind, locale).wording;
      const names = [...`${subject}${body}`.matchAll(/{{\s*(.*?)\s*}}/g)].map(([, name]) => name);
      expect(new Set(names)).toEqual(
        new Set(["organisation.name", kind === "confirm" ? "confirm_url" : "preferences_url"]),
      );
    }
});

test.each(locales)("a campaign's mail says why it comes, %s", (locale) =>
  expect(nurtureWhy(locale)).toMatch(/Job/i),
);
