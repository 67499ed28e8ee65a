import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { headersOf } from "../../packages/site/frame/headers.ts";
import { choose } from "../../packages/site/frame/language.ts";
import { Page } from "../../packages/site/page/index.ts";
import { STRINGS } from "../../packages/site/strings.ts";
import { everyPage, visitIn } from "./support/pages.ts";

const both = [await everyPage("en"), await everyPage("de")].flatMap((pages, at) =>
  Object.entries(pages).map(([name, body]) => ({ name, body, locale: at === 0 ? "en" : "de" })),
);

describe.each(both)("$name in $locale", ({ name, body, locale }) => {
  test("is small, in its language, and brings no script, no cookie and nothing from elsewhere", () => {
    expect(Buffer.byteLength(body)).toBeLessThan(30_000);
    expect(body).toMatch(new RegExp(`^<!doctype html>\\s*<html lang="${locale}">`));
    expect(body).not.toMatch(/<script|<img|<link|@import|url\(|\son\w+=|\sstyle=/i);
  });

  test("has one heading of the first order, a title, and a way to the other language", () => {
    expect(body.match(/<h1>/g)).toHaveLength(1);
    expect(body).toMatch(/<title>.+ · .+<\/title>/);
    expect(body).toContain(`hreflang="${locale === "en" ? "de" : "en"}"`);
    expect(body).not.toMatch(/undefined|\[object|NaN/);
  });

  test("is kept out of search engines, unless it is the form", () => {
    expect(body.includes('content="noindex"')).toBe(name !== "join" && name !== "again");
  });
});

test("no box is ticked for her, and only name, address and job news are needed", async () => {
  const { join = "" } = await everyPage("en");
  expect(join).not.toMatch(/\schecked/);
  const needed = [...join.matchAll(/<input [^>]*name="(\w+)"[^>]* required/g)].map(([, name]) => name);
  expect(needed).toEqual(["name", "email", "jobNews"]);
});

test("what she typed and ticked comes back with what is wrong beside it", async () => {
  const visit = visitIn("en");
  const words = { version: "1", text: "", label: "Yes", points: [] };
  const page = await Page.join(visit, {
    ...{ jobNews: words, tracking: words, stamp: "s", wrong: ["email", "colour"] },
    ...{ values: { name: "Ada", email: "ada@", interest: "" }, ticked: { jobNews: true, tracking: false } },
  });
  expect(page).toContain('value="Ada"');
  expect(page).toMatch(
    /id="email"[^>]*value="ada@"[^>]*aria-invalid="true"[^>]*aria-describedby="email-wrong"/,
  );
  expect(page).toContain("We did not expect “colour”.");
  expect(page.match(/\schecked/g)).toHaveLength(1);
});

test("the field for machines is hidden from people, their keyboards and their screen readers", async () => {
  const { join = "" } = await everyPage("en");
  expect(join).toMatch(
    /<div class="trap" aria-hidden="true">.*name="website" tabindex="-1" autocomplete="off"/,
  );
});

const hostile = `"><script>alert(1)</script><img src=x onerror=alert(1)>' onfocus='x`;

test.each(["en", "de"] as const)("nothing from outside becomes markup, %s", async (locale) => {
  for (const [name, body] of Object.entries(await everyPage(locale, hostile))) {
    expect({ name, found: /<script|<img|' onfocus/.exec(body)?.[0] }).toEqual({ name, found: undefined });
    if (name !== "closed") expect(body).toContain("&lt;script&gt;");
  }
});

test("the style sheet in the page is the one that the policy allows, and nothing else is", async () => {
  const { join = "" } = await everyPage("en");
  const style = /<style>([\s\S]*)<\/style>/.exec(join)?.[1] ?? "";
  const hash = createHash("sha256").update(style).digest("base64");
  const headers = headersOf(false);
  expect(headers["content-security-policy"]).toContain(`default-src 'none'; style-src 'sha256-${hash}';`);
  expect(headers).toMatchObject({
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-robots-tag": "noindex",
  });
});

test("German says Sie, and no string is left in English", () => {
  const said = (words: object): string[] =>
    Object.values(words).flatMap((word) =>
      typeof word === "string" ? [word] : typeof word === "function" ? [word("X")] : said(word),
    );
  const [en, de] = [said(STRINGS.en), said(STRINGS.de)];
  const same = de.filter((word, at) => word === en[at] && word.length > 5);
  expect(same).toEqual([]);
  expect(de.join(" ")).not.toMatch(/\b(du|dein|deine|dir|dich|euch)\b/i);
});

test.each([
  [{ asked: "de", accepted: "en" }, "de"],
  [{ asked: "fr", own: "de" as const, accepted: "en" }, "de"],
  [{ accepted: "fr-FR, de-AT;q=0.8, en;q=0.5" }, "de"],
  [{ accepted: "en;q=0.1, DE;q=0.9" }, "de"],
  [{ accepted: "*" }, "en"],
  [{}, "en"],
])("%o is answered in %s", (wish, locale) => expect(choose(wish, ["en", "de"])).toBe(locale));

test("a language that the organisation does not offer is not chosen", () =>
  expect(choose({ asked: "de", accepted: "de" }, ["en"])).toBe("en"));
