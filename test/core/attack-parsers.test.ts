import fc from "fast-check";
import { expect, test } from "vitest";
import { EmailAddress, mailboxOf, normalise } from "../../packages/core/candidate/email-address.ts";
import { normaliseLink } from "../../packages/core/candidate/link.ts";
import { AppError } from "../../packages/core/error.ts";
import { countryOf } from "../../packages/core/import/countries.ts";
import { dateOf, orderOf } from "../../packages/core/import/dates.ts";
import { dialectOf } from "../../packages/core/import/dialect.ts";
import { propose, targetOf } from "../../packages/core/import/headers.ts";
import { rows } from "../../packages/core/import/records.ts";
import { groundOf, listOf, localeOf, oneLine, yearsOf } from "../../packages/core/import/values.ts";
import { networkOf } from "../../packages/core/limit/network.ts";
import { Rule as Language } from "../../packages/core/rule/index.ts";
import { Rule } from "../../packages/core/rule/rule.schema.ts";
import type { Mail } from "../../packages/core/template/render/index.ts";
import { Line } from "../../packages/core/text.ts";
import { choose } from "../../packages/site/frame/language.ts";
import { anything, inputsOf } from "../attack/arbitrary.ts";
import { LONG } from "../attack/long.ts";
import { WORDS } from "../attack/words.ts";
import { rendered } from "./render-sample.ts";

/** Everything that reads a text which somebody outside wrote. */
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  "an address": (text) => [EmailAddress.safeParse(text), normalise(text), mailboxOf(text)],
  "a line": (text) => Line(200).safeParse(text),
  "a link": normaliseLink,
  "a network": networkOf,
  "a language": (text) => choose({ asked: text, accepted: text }, ["en", "de"]),
  "a date": (text) => [dateOf(text), orderOf([text])],
  "a country": countryOf,
  years: yearsOf,
  "a list": listOf,
  "a ground": (text) => [groundOf(text), localeOf(text), oneLine(text)],
  "a heading": (text) => [targetOf(text), propose([text, text], [[text, text]])],
};
const text = fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: "binary", maxLength: 60 }));

test.each(Object.entries(READERS))("%s is read, or is none, whatever it is", (_, read) =>
  fc.assert(fc.property(text, (it) => void read(it))),
);

test.each(Object.entries(READERS))("%s of any length is read while somebody waits", (_, read) => {
  for (const long of LONG) read(long);
});

/** Liquid and Markdown, put together at random: most of it is wrong. */
const wording = fc
  .array(
    fc.constantFrom(
      "{{",
      "}}",
      "{%",
      "%}",
      " name ",
      "| ",
      "upcase",
      "append: name",
      "for i in (1..99)",
      "endfor",
      "if ",
      "endif",
      "case ",
      "raw",
      "assign x = ",
      "[](",
      ")",
      "**",
      "`",
      "<b>",
      "\n\n",
      "- ",
      "|",
      "1. ",
      "#",
      "\\",
      "{{ name }}",
      "include 'x'",
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(""));

test("a template of any words is a mail, or is held with its faults", () =>
  fc.assert(
    fc.property(wording, wording, (body, subject) => {
      const outcome = rendered(body, { name: "<i>Ada" }, undefined, subject);
      if (!outcome.ok) expect(Array.isArray(outcome.problems)).toBe(true);
      else expectWords(outcome);
    }),
  ));

function expectWords({ html, subject }: Mail): void {
  expect(html).not.toMatch(/<(i|b|script)>/);
  expect(subject).not.toMatch(/[\r\n]/);
}

const rule = fc.oneof(inputsOf(Rule, {}), anything);

test("a rule of anything is refused, or can be said and asked", () =>
  fc.assert(
    fc.property(rule, (given) => {
      const read = Rule.safeParse(given);
      if (!read.success) return;
      expect(Language.words(read.data)).toMatch(/./);
      expect(Rule.safeParse(Language.simplify(read.data)).success).toBe(true);
      Language.compile(read.data);
    }),
    { numRuns: 100 },
  ));

test("a rule that is nested without end is refused before it is read", () => {
  let nested: unknown = { kind: "all", rules: [] };
  for (let level = 0; level < 20_000; level++) nested = { kind: "not", rule: nested };
  expect(Rule.safeParse(nested).success).toBe(false);
});

async function cellsOf(file: Buffer): Promise<number> {
  let count = 0;
  for await (const { cells } of rows(file, dialectOf(file))) count += cells.length;
  return count;
}

test("any bytes are a file of rows, or are refused in our words", () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(text, fc.constantFrom('"', ",", ";", "\r\n", "\ufeff"))),
      fc.uint8Array({ maxLength: 9 }),
      async (texts, bytes) => {
        const file = Buffer.concat([Buffer.from(texts.join("")), bytes]);
        await cellsOf(file).catch((error: unknown) => expect(error).toBeInstanceOf(AppError));
      },
    ),
    { numRuns: 30 },
  ));
