import { beforeAll, expect, test } from "vitest";
import { Candidate } from "../../packages/core/candidate/index.ts";
import { derivedId, newId } from "../../packages/core/id.ts";
import { as, furnish, known, member } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
beforeAll(furnish);

const tagMany = (candidateIds: string[], add: string[], remove: string[] = []) =>
  as("recruiter", () => Candidate.tagMany({ candidateIds, add, remove }));
const tagsOf = async (candidateId: string) => (await known(candidateId)).candidate.tags;
const changes = (candidateId: string) => here.items({ candidateId, type: "candidate.changed" });

test("many are tagged at once; the answer counts who is tagged differently now, and asking again changes nobody", async () => {
  const people = await Promise.all(["a", "b", "c"].map((one) => member(here, `${one}@example.org`)));
  const [first = ""] = people;
  await tagMany([first], ["alumni"]);
  const { changed, candidateIds } = await tagMany([...people, ...people, newId("cnd")], ["alumni"]);
  expect(changed).toBe(2);
  expect(candidateIds.sort()).toEqual(people.slice(1).sort());
  expect(await tagMany(people, ["alumni"])).toEqual({ changed: 0, candidateIds: [] });
  for (const one of people) {
    expect(await tagsOf(one)).toEqual(["alumni"]);
    expect(await changes(one)).toMatchObject([{ data: { fields: ["tags"] } }]);
  }
});

test("the roster says the tags too", async () => {
  const listed = await member(here, "listed@example.org");
  await tagMany([listed], ["silver", "night shift"]);
  await tagMany([listed], [], ["silver"]);
  const facts = (await Candidate.everybody()).find(({ candidateId }) => candidateId === listed);
  expect(facts?.tags).toEqual(["night shift"]);
});

test("a tag in other letters is the same tag", async () => {
  const same = await member(here, "same@example.org");
  await tagMany([same], ["Night shift", "Mentor"]);
  expect(await tagMany([same], ["NIGHT SHIFT"])).toMatchObject({ changed: 0 });
  await tagMany([same], ["alumni"], ["mentor"]);
  expect(await tagsOf(same)).toEqual(["Night shift", "alumni"]);
});

test("two who tag her at once both do", async () => {
  const both = await member(here, "both@example.org");
  await Promise.all(["x", "y", "z"].map((one) => tagMany([both], [one])));
  expect((await tagsOf(both)).sort()).toEqual(["x", "y", "z"]);
});

test("what a campaign does by a cause is done once, whatever a colleague did since", async () => {
  const once = await member(here, "once@example.org");
  const cause = { eventId: derivedId("evt", "enrolment", "step", 0), at: here.clock.iso() };
  const tag = () => as("system", () => Candidate.tag(once, { add: ["mailed"] }, cause));
  expect(await tag()).toBe(true);
  await tagMany([once], [], ["mailed"]);
  expect(await tag()).toBe(false);
  expect(await tagsOf(once)).toEqual([]);
});

test("what there was nothing to do about is done as well: what a colleague does then stays", async () => {
  const there = await member(here, "there@example.org");
  const cause = { eventId: derivedId("evt", "enrolment", "there", 0), at: here.clock.iso() };
  await tagMany([there], ["mailed"]);
  const tag = () => as("system", () => Candidate.tag(there, { add: ["mailed"] }, cause));
  expect(await tag()).toBe(false);
  await tagMany([there], [], ["mailed"]);
  expect(await tag()).toBe(false);
  expect(await tagsOf(there)).toEqual([]);
  const reading = Candidate.person({ campaigns: async () => new Map(), templates: async () => new Map() });
  const { timeline } = await as("recruiter", () => reading({ candidateId: there }));
  expect(timeline.map(({ type }) => type)).not.toContain("candidate.left_as_is");
});

test("a stage that changes is told with from and to", async () => {
  const staged = await member(here, "staged@example.org");
  expect(await as("system", () => Candidate.moveStage(staged, "engaged"))).toBe(true);
  expect(await as("system", () => Candidate.moveStage(staged, "engaged"))).toBe(false);
  expect(await changes(staged)).toMatchObject([
    { data: { fields: ["stage"], stage: { from: "new", to: "engaged" } } },
  ]);
});

test("nobody who is gone is tagged", async () => {
  expect(await as("system", () => Candidate.tag(newId("cnd"), { add: ["x"] }))).toBe(false);
});
