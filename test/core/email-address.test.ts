import fc from "fast-check";
import { expect, test } from "vitest";
import { EmailAddress, hashOf, normalise } from "../../packages/core/candidate/index.ts";

process.env.PERENNIAL_SECRET = "a secret of a test, long enough to be one";
const accepts = (typed: string) => EmailAddress.safeParse(typed).success;

test.each([
  ["capitals", "Ada.Lovelace@Example.ORG", "ada.lovelace@example.org"],
  ["a domain with an umlaut", "ada@Bücher.example", "ada@xn--bcher-kva.example"],
  ["a domain in A-labels", "ada@XN--BCHER-KVA.example", "ada@xn--bcher-kva.example"],
  ["a sharp s, kept apart by UTS #46", "ada@faß.example", "ada@xn--fa-hia.example"],
  ["a full-width letter in the domain", "ada@ｅxample.org", "ada@example.org"],
  ["a letter made of two", "Zoe\u0308@example.org", "zoë@example.org"],
  ["white space around", "  ada@example.org\n", "ada@example.org"],
])("%s: two spellings of one mailbox", (_, typed, same) => {
  expect(normalise(typed)).toBe(same);
});

test("a tag and dots make another mailbox: merging them would hand one person's data to another", () => {
  const [plain, tagged, dotted] = ["ada@gmail.com", "ada+jobs@gmail.com", "a.da@gmail.com"].map(hashOf);
  expect(new Set([plain, tagged, dotted]).size).toBe(3);
});

test.each([
  "\u00ad",
  "\u200b",
  "\u200f",
  "\u202e",
  "\u2060",
  "\u2068",
  "\u2069",
  "\u061c",
  "\ufe0f",
  "\ufeff",
])("an invisible character (%j) that came along with copying is taken out", (invisible) => {
  expect(EmailAddress.parse(`${invisible}ada@exa${invisible}mple.org`)).toBe("ada@example.org");
});

test.each([
  ["a header", "ada@example.org\r\nBcc: eve@example.com"],
  ["a header in the local part", "ada\r\nBcc:eve@example.com"],
  ["a control character", "a\u0000da@example.org"],
  ["a next-line character", "a\u0085da@example.org"],
  ["half a character", "a\ud800da@example.org"],
  ["a path", "ada@example.org/evil"],
  ["a query", "ada@example.org?x=1"],
  ["a fragment", "ada@example.org#x"],
  ["a port", "ada@example.org:25"],
  ["a backslash", "ada@example.org\\x"],
  ["an escape", "ada@ex%61mple.org"],
  ["an IP address", "ada@127.0.0.1"],
  ["an IP address in disguise", "ada@0x7f.1"],
  ["an address literal", "ada@[127.0.0.1]"],
  ["two at signs", "ada@example.org@example.com"],
  ["a name with it", "Ada <ada@example.org>"],
  ["two of them", "ada@example.org,eve@example.org"],
  ["a quoted local part", '"ada lovelace"@example.org'],
  ["no local part", "@example.org"],
  ["no domain", "ada@"],
  ["a host without a domain", "ada@localhost"],
  ["a dot at the start", ".ada@example.org"],
  ["two dots", "a..da@example.org"],
  ["a dot at the end", "ada.@example.org"],
  ["an empty label", "ada@example..org"],
  ["a label with a hyphen first", "ada@-example.org"],
  ["nothing", ""],
])("%s is not an address", (_, typed) => {
  expect(accepts(typed)).toBe(false);
});

test.each(["zoë@example.org", "пётр@example.org", "李@example.org", "ａda@example.org"])(
  "%s: our mail service cannot write there, and the refusal says so",
  (typed) => {
    const { issues } = EmailAddress.safeParse(typed).error ?? { issues: [] };
    expect(issues.map(({ message }) => message)).toEqual([expect.stringContaining("mail service")]);
  },
);

test("letters of any kind may stand after the @", () => {
  expect(accepts("zoe@bücher.example")).toBe(true);
});

test("lengths are those of RFC 5321: 64 before the at, 254 in all, also once the domain is in A-labels", () => {
  const domain = `${"a".repeat(60)}.${"b".repeat(60)}.${"c".repeat(63)}.org`;
  expect(accepts(`${"x".repeat(64)}@example.org`)).toBe(true);
  expect(accepts(`${"x".repeat(65)}@example.org`)).toBe(false);
  expect(accepts(`${"x".repeat(254 - domain.length - 1)}@${domain}`)).toBe(true);
  expect(accepts(`${"x".repeat(64)}@${domain}`)).toBe(true);
  expect(accepts(`${"x".repeat(64)}@aaa.${domain}`)).toBe(false);
  expect(accepts(`${"x".repeat(60)}@${"ü".repeat(40)}.${domain}`)).toBe(false);
});

test("normalising twice is normalising once, whatever was typed", () =>
  fc.assert(
    fc.property(typed, (text) => {
      const once = normalise(text);
      if (once !== undefined) expect(normalise(once)).toBe(once);
    }),
    { numRuns: 2000 },
  ));

test("an accepted address is one line, of a length that can be sent, with nothing of a header in it", () =>
  fc.assert(
    fc.property(typed, (text) => {
      const { data } = EmailAddress.safeParse(text);
      if (data === undefined) return;
      expect(data).not.toMatch(/[\p{Cc}\s<>",;]/u);
      expect(normalise(data)?.length).toBeLessThanOrEqual(254);
      expect(hashOf(data)).toMatch(/^[0-9a-f]{64}$/);
    }),
    { numRuns: 2000 },
  ));

test("a sign that is part of a composed letter is no sign of its own", () => {
  expect(EmailAddress.parse("ada@<\u0338.example")).toBe("ada@\u226e.example");
});

test("case never makes a second person", () =>
  fc.assert(
    fc.property(fc.emailAddress(), (address) => {
      if (accepts(address)) expect(normalise(address.toUpperCase())).toBe(normalise(address));
    }),
  ));

const typed = fc.oneof(
  fc.emailAddress(),
  fc.string({ unit: "binary" }),
  fc
    .tuple(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }))
    .map(([a, b]) => `${a}@${b}.example`),
  fc.tuple(fc.emailAddress(), fc.string({ unit: "binary" })).map(([address, tail]) => `${address}${tail}`),
);
