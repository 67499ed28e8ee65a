import { beforeAll, expect, test } from "vitest";
import { Candidate, preferencesToken } from "../../packages/core/candidate/index.ts";
import { Gate } from "../../packages/core/gate/index.ts";
import { Suppression } from "../../packages/core/suppression/index.ts";
import { as, furnish, invited, known, leave, member, requests, signUp, whose } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
beforeAll(furnish);

async function erase(candidateId: string) {
  const token = await preferencesToken(candidateId);
  await as("visitor", () => Candidate.erase({ token }));
}

test("nothing of her is left in the table but ids and a keyed hash", async () => {
  const ada = await member(here, "ada.lovelace@example.org", { name: "Ada Lovelace" });
  await erase(ada);
  expect(await Candidate.load(ada)).toBeUndefined();
  const left = JSON.stringify(await here.items({}));
  expect(left).not.toMatch(/lovelace|ada\.|@example\.org/i);
});

test("it can be asked for twice, also at once, and is done and told once", async () => {
  const twice = await member(here, "twice@example.org");
  await Promise.all([erase(twice), erase(twice), erase(twice)]);
  await erase(twice);
  expect(await here.items({ candidateId: twice, type: "candidate.erased" })).toHaveLength(1);
  expect(await here.items({ candidateId: twice, type: "candidate.left" })).toHaveLength(1);
});

test("her gate stays shut, whatever comes late", async () => {
  const shut = await member(here, "shut@example.org");
  await erase(shut);
  const gate = await Gate.read(shut);
  expect(gate).toMatchObject({ erased: true, permissions: {}, claims: [], marks: [] });
  await as("system", () => Gate.touch(shut, new Date(here.clock.ms())));
  expect(await Gate.read(shut)).toEqual(gate);
  expect(await leave(shut)).toBeUndefined();
});

test("signing up again makes a new person, who has to confirm and then may be written to", async () => {
  const before = await member(here, "again@example.org", { name: "First" });
  await erase(before);
  await signUp(here, "again@example.org", { name: "Second" });
  const after = await whose("again@example.org");
  expect(after).not.toBe(before);
  expect((await known(after)).gate.suppressed).toBe("erasure");
  const now = new Date(here.clock.ms());
  expect(Gate.judge((await known(after)).gate, "confirmation", now).ok).toBe(true);
  const token = await invited(after);
  await as("visitor", () => Candidate.confirm({ token }));
  expect(Gate.judge((await known(after)).gate, "nurture", now).ok).toBe(true);
  expect((await known(after)).candidate.name).toBe("Second");
});

test("links that she had before lead nowhere", async () => {
  await signUp(here, "links@example.org");
  const links = await whose("links@example.org");
  const token = await invited(links);
  await as("visitor", () => Candidate.confirm({ token }));
  await erase(links);
  const gone = { kind: "invalid", code: "token.gone" };
  await expect(as("visitor", () => Candidate.confirm({ token }))).rejects.toMatchObject(gone);
  const preferences = await preferencesToken(links);
  expect(await as("visitor", () => Candidate.preferences({ token: preferences }))).toBeUndefined();
});

test("somebody who never confirmed can be erased too; she never was here, so nobody left", async () => {
  await signUp(here, "early@example.org");
  const early = await whose("early@example.org");
  await erase(early);
  expect(await requests(early)).toHaveLength(1);
  expect(await here.items({ candidateId: early, type: "candidate.left" })).toHaveLength(0);
});

test("a mailbox that does not exist stays known as such after an erasure", async () => {
  const bounced = await member(here, "bounced@example.org");
  await as("system", () => Candidate.suppressAddress("bounced@example.org", "bounce"));
  await erase(bounced);
  expect(await Suppression.of(Candidate.hashOf("bounced@example.org"))).toBe("bounce");
});
