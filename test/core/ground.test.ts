import { expect, test } from "vitest";
import { Gate } from "../../packages/core/gate/index.ts";
import { now, open } from "./support/gates.ts";

const at = now.toISOString();
const consentId = `con_${"0".repeat(26)}`;
const notice = { source: "the Berlin fair", obtainedAt: at };
const imported: Gate.Info = {
  ...open,
  country: "FR",
  notice,
  permissions: { job_news: { state: "granted", consentId, at, ground: "legitimate_interest" } },
};
const judged = (gate: Gate.Info, terms?: Gate.Terms) => Gate.judge(gate, "nurture", now, terms);
const { notice: _, ...sourceless } = imported;
const { country: __, ...somewhere } = imported;

test("data from elsewhere may be used where the law knows that ground and we can say whence we have it", () => {
  expect(judged(imported)).toEqual({ ok: true, consentId });
  expect(judged(sourceless)).toMatchObject({ ok: false, code: "missing_source" });
});

test.each(["DE", "AT"])("in %s it needs consent, whatever else is claimed", (country) => {
  expect(judged({ ...imported, country })).toEqual({ ok: false, code: "needs_consent", inputs: { country } });
});

test("an unknown country is one that needs consent, unless the organisation said otherwise", () => {
  expect(judged(somewhere)).toMatchObject({ code: "needs_consent", inputs: { country: "unknown" } });
  const mild = { consentCountries: { countries: ["AT"], unknown: false, reason: "Counsel, 2026-01-07" } };
  expect(judged(somewhere, mild)).toMatchObject({ ok: true });
  expect(judged({ ...imported, country: "DE" }, mild)).toMatchObject({ ok: true });
  expect(judged({ ...imported, country: "AT" }, mild)).toMatchObject({ code: "needs_consent" });
});

test("what she allowed herself holds everywhere, with or without a source", () => {
  const own = { ...sourceless, country: "DE", permissions: open.permissions };
  expect(judged(own)).toMatchObject({ ok: true });
  const asked = { job_news: { state: "granted" as const, consentId, at, ground: "consent" as const } };
  expect(judged({ ...own, permissions: asked })).toMatchObject({ ok: true });
});

test("the notice is owed until a mail with it was accepted", () => {
  expect(Gate.noticeOwed(imported)).toEqual(notice);
  expect(Gate.noticeOwed({ ...imported, notice: { ...notice, givenAt: at } })).toBeUndefined();
  expect(Gate.noticeOwed(open)).toBeUndefined();
});
