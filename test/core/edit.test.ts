import { beforeAll, expect, test } from "vitest";
import { Candidate } from "../../packages/core/candidate/index.ts";
import { Gate } from "../../packages/core/gate/index.ts";
import { Team } from "../../packages/core/team/index.ts";
import { meanwhile } from "./support/meanwhile.ts";
import { as, furnish, known, leave, member, signUp, whose } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
beforeAll(async () => {
  await furnish();
  await as("recruiter", Team.me);
});

const edit = (input: Parameters<typeof Candidate.edit>[0]) => as("recruiter", () => Candidate.edit(input));
const changes = (candidateId: string) => here.items({ candidateId, type: "candidate.changed" });
const facts = async (candidateId: string) =>
  (await Candidate.everybody()).find((one) => one.candidateId === candidateId);

test("what is edited stands on the profile, in the roster and in the log, which names fields only", async () => {
  const ada = await member(here, "ada@example.org", { name: "Ada" });
  const { revision } = (await known(ada)).candidate;
  await edit({ candidateId: ada, revision, title: "Nurse", city: "Leipzig", owner: "recruiter" });
  expect((await known(ada)).candidate).toMatchObject({ title: "Nurse", city: "Leipzig", owner: "recruiter" });
  expect(await facts(ada)).toMatchObject({ title: "Nurse", city: "Leipzig", owner: "recruiter" });
  const [told] = await changes(ada);
  expect(told).toMatchObject({ data: { fields: ["title", "city", "owner"] }, recruiterId: "recruiter" });
  expect(JSON.stringify(told)).not.toMatch(/nurse|leipzig/i);
});

test("null takes a detail away, in the roster too", async () => {
  const gone = await member(here, "gone@example.org");
  const { revision } = await edit({
    candidateId: gone,
    revision: (await known(gone)).candidate.revision,
    title: "X",
  });
  await edit({ candidateId: gone, revision, title: null });
  expect((await known(gone)).candidate).not.toHaveProperty("title");
  expect(await facts(gone)).not.toHaveProperty("title");
});

test("whoever saw an older profile is refused, and nothing is lost", async () => {
  const stale = await member(here, "stale@example.org");
  const { revision } = (await known(stale)).candidate;
  await edit({ candidateId: stale, revision, title: "First" });
  const refused = edit({ candidateId: stale, revision, title: "Second" });
  await expect(refused).rejects.toMatchObject({ kind: "conflict", code: "changed.meanwhile" });
  expect((await known(stale)).candidate.title).toBe("First");
});

test("an edit that says nothing new writes nothing", async () => {
  const same = await member(here, "same@example.org", { name: "Same" });
  const { revision } = (await known(same)).candidate;
  expect(await edit({ candidateId: same, revision, name: "Same", tags: [], title: null })).toMatchObject({
    revision,
  });
  expect(await changes(same)).toEqual([]);
});

test("the country stands at the gate as well, where the law is judged", async () => {
  const moved = await member(here, "moved@example.org");
  const { revision } = await edit({
    candidateId: moved,
    revision: (await known(moved)).candidate.revision,
    country: "DE",
  });
  expect((await Gate.read(moved))?.country).toBe("DE");
  await edit({ candidateId: moved, revision, country: null });
  expect(await Gate.read(moved)).not.toHaveProperty("country");
});

test("an owner is a colleague who has signed in", async () => {
  const owned = await member(here, "owned@example.org");
  const { revision } = (await known(owned)).candidate;
  await expect(edit({ candidateId: owned, revision, owner: "nobody" })).rejects.toMatchObject({
    problems: [{ field: "owner" }],
  });
});

test("one profile page has one person, and follows her edits", async () => {
  const [one, other] = [await member(here, "one@example.org"), await member(here, "other@example.org")];
  const revisionOf = async (candidateId: string) => (await known(candidateId)).candidate.revision;
  await edit({ candidateId: one, revision: await revisionOf(one), link: "https://www.linkedin.com/in/Ada/" });
  const taken = { candidateId: other, link: "https://de.linkedin.com/in/ada?x=1" };
  await expect(edit({ ...taken, revision: await revisionOf(other) })).rejects.toMatchObject({
    code: "candidate.link_taken",
  });
  await edit({ candidateId: one, revision: await revisionOf(one), link: null });
  await edit({ ...taken, revision: await revisionOf(other) });
  expect(await Candidate.whose(Candidate.hashOfLink("https://linkedin.com/in/ada"))).toBe(other);
});

test("if she leaves while somebody edits, the edit is refused and she has left", async () => {
  const left = await member(here, "left@example.org");
  const { revision } = (await known(left)).candidate;
  const act = meanwhile(
    () => leave(left),
    () => edit({ candidateId: left, revision, title: "Late" }),
  );
  await expect(act).rejects.toMatchObject({ code: "changed.meanwhile" });
  expect((await facts(left))?.standing).toBe("left");
});

test("somebody who has not confirmed comes into no roster by what colleagues do", async () => {
  await signUp(here, "pending@example.org");
  const pending = await whose("pending@example.org");
  await edit({ candidateId: pending, revision: (await known(pending)).candidate.revision, title: "Nurse" });
  await as("recruiter", () => Candidate.tagMany({ candidateIds: [pending], add: ["x"] }));
  await as("recruiter", () => Candidate.doNotContact({ candidateId: pending, on: true }));
  expect((await known(pending)).candidate).toMatchObject({ title: "Nurse", tags: ["x"] });
  expect(await facts(pending)).toBeUndefined();
});

test("a viewer may not edit", async () => {
  const seen = await member(here, "seen@example.org");
  const { revision } = (await known(seen)).candidate;
  const refused = as("viewer", () => Candidate.edit({ candidateId: seen, revision, title: "X" }));
  await expect(refused).rejects.toMatchObject({ code: "permission.missing" });
});
