import type { Person } from "@perennial/core/candidate/views.ts";
import { expect, test } from "vitest";
import { remembered, rememberList, returned, returnTo } from "../../packages/web/src/list/remembered.ts";
import { editOf, FIELDS, type Field, typedOf, wordsOf } from "../../packages/web/src/person/facts/fields.ts";
import { standingWords, whoWords } from "../../packages/web/src/person/standing.ts";
import { matches } from "../../packages/web/src/words/match.ts";

const ada: Person = {
  candidateId: "cnd_ada",
  name: "Ada Lovelace",
  locale: "en",
  standing: "member",
  source: "form:frm_1",
  answers: {},
  createdAt: "2026-03-02T09:00:00Z",
  joinedAt: "2026-03-02T09:00:00Z",
  title: "ICU nurse",
  company: "St. Anna",
  city: "Leipzig",
  experienceYears: 1,
  skills: ["ICU", "ECMO"],
  interests: [],
  tags: ["fair"],
  stage: "silver_medallist",
  owner: { recruiterId: "ana", name: "Ana" },
  revision: 3,
  tasks: [],
  addresses: [],
  mayWrite: { answer: "no", code: "none", tracking: false },
  ledger: [],
  season: { from: "2026-01-01", to: "2027-01-01", today: "2026-11-22", marks: [] },
  timeline: [],
  next: [],
};

const field = (name: Field["name"]): Field => {
  const found = FIELDS.find((one) => one.name === name);
  if (!found) throw new Error(`No field ${name}`);
  return found;
};

test("who she is and where we stand are told from what is known, without gaps for what is not", () => {
  expect(whoWords(ada)).toBe("ICU nurse at St. Anna, Leipzig · 1 year");
  expect(whoWords({ answers: {}, city: "Leipzig" })).toBe("Leipzig");
  expect(whoWords({ answers: { interest: "Theatre nursing" } })).toBe("Theatre nursing");
  expect(standingWords(ada)).toMatch(/^Silver medallist · in the talent community since .*2026 · with Ana$/);
});

test("every fact that can be changed is typed as it stands, and typing it again would change nothing", () => {
  for (const one of FIELDS) {
    const edit = editOf(one, typedOf(ada, one));
    const now = one.name === "owner" ? ada.owner?.recruiterId : ada[one.name];
    expect(edit, one.name).toEqual({ [one.name]: now ?? null });
  }
});

test("an emptied fact is taken away, a number may be typed with a comma", () => {
  expect(editOf(field("city"), " ")).toEqual({ city: null });
  expect(editOf(field("experienceYears"), "2,5")).toEqual({ experienceYears: 2.5 });
  expect(wordsOf(ada, field("phone"))).toBeUndefined();
  expect(wordsOf(ada, field("stage"))).toBe("Silver medallist");
});

test("whoever was opened from a list knows her neighbours there; others know none", () => {
  rememberList({ name: "Talent", ids: ["cnd_a", "cnd_ada", "cnd_b"], total: 9, href: "/talent?q=icu" });
  expect(remembered("cnd_ada")).toEqual({
    name: "Talent",
    href: "/talent?q=icu",
    position: 2,
    total: 9,
    previous: "cnd_a",
    next: "cnd_b",
  });
  expect(remembered("cnd_a")?.previous).toBeUndefined();
  expect(remembered("cnd_else")).toBeUndefined();
});

test("a list opens once at whom one came back from", () => {
  returnTo("cnd_ada");
  expect([returned(), returned()]).toEqual(["cnd_ada", undefined]);
});

test("words find what begins with them, whatever their case and accents", () => {
  expect(matches("mull sør", "Søren Müller")).toBe(true);
  expect(matches("mull", "Søren Müller")).toBe(true);
  expect(matches("go tal", "Go to Talent")).toBe(true);
  expect(matches("alent", "Go to Talent")).toBe(false);
  expect(matches("", "anything")).toBe(true);
});
