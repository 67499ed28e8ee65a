import { expect, test } from "vitest";
import configure from "../../perennial.config.ts";
import { readConfig } from "../../stacks/config.ts";
import { large, small } from "./support/synth.ts";

test("the file in the repository is a configuration, for any stage", () => {
  expect(readConfig(configure("production"))).toMatchObject({ stage: "production", region: "eu-central-1" });
});

test("no domain is needed", () => {
  expect(readConfig(small)).toMatchObject({
    key: "aws",
    mfa: "optional",
    logDays: 30,
    secrets: { origin: 1 },
    mail: { dailyQuota: 200, identity: "create" },
  });
});

const arn = "arn:aws:acm:eu-central-1:111122223333:certificate/x";
test.each([
  ["stage", { ...small, stage: "My stage" }, "2 to 12 lower-case letters"],
  ["region", { ...small, region: "Frankfurt" }, "a region such as eu-central-1"],
  [
    "site.certificate",
    { ...small, site: { domain: "a.example.org", certificate: arn } },
    "certificate in us-east-1",
  ],
  [
    "site.domain",
    { ...large, site: { ...large.site, domain: "https://example.org" } },
    "a domain name such as",
  ],
  ["mail.domain", { ...small, mail: {} }, "either a domain or one address"],
  [
    "mail.domain",
    { ...small, mail: { domain: "example.org", address: "a@example.org" } },
    "either a domain or one",
  ],
  [
    "mail.mailFrom",
    { ...small, mail: { domain: "example.org", mailFrom: "b.example.com" } },
    "subdomain of mail.domain",
  ],
  ["mail.identity", { ...small, mail: { ...small.mail, identity: "found" } }, "Invalid option"],
  ["mail.mailFrom", { ...large, mail: { ...large.mail, identity: "existing" } }, "where that was made"],
  ["mail.address", { ...small, mail: { address: "careers" } }, "Invalid email"],
  ["logDays", { ...small, logDays: 31 }, "Must be one of 1, 3, 5"],
  ["key", { ...small, key: "mine" }, "Invalid option"],
  ["secrets.origin", { ...small, secrets: { origin: 0 } }, "expected number to be >=1"],
  ["secrets.origin", { ...small, secrets: { origin: 1.5 } }, "expected int"],
  ["pricesOf", { ...small, pricesOf: "last year" }, "a day such as 2026-11-30"],
  ["(whole)", { ...small, postalAdress: "Main street" }, "postalAdress"],
])("what is wrong with %s is said by its name", (field, given, words) => {
  expect(() => readConfig(given)).toThrow(field);
  expect(() => readConfig(given)).toThrow(words);
});
