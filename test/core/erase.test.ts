import { beforeAll, expect, test } from "vitest";
import { Candidate, preferencesToken } from "../../packages/core/candidate/index.ts";
import { Gate } from "../../packages/core/gate/index.ts";
import { newId } from "../../packages/core/id.ts";
import { Import } from "../../packages/core/import/index.ts";
import { Note } from "../../packages/core/note/index.ts";
import { Suppression } from "../../packages/core/suppression/index.ts";
import { Task } from "../../packages/core/task/index.ts";
import { as, furnish, invited, known, leave, member, requests, signUp, whose } from "./support/people.ts";
import { idOf, pool } from "./support/pool.ts";
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

const LINK = "https://www.linkedin.com/in/gunhild-papagei";

/** What colleagues write down about somebody. */
async function described(candidateId: string) {
  const { candidate } = (await Candidate.find(candidateId)) ?? {};
  await as("recruiter", async () => {
    await Candidate.edit({
      candidateId,
      revision: candidate?.revision ?? 0,
      link: LINK,
      phone: "0341 papagei",
    });
    await Candidate.doNotContact({ candidateId, on: true, reason: "papagei" });
    await Note.write({ candidateId, text: "papagei" });
    await Task.set({ candidateId, words: "papagei", dueOn: "2026-03-02" });
  });
  const notice = { taskId: newId("tsk"), candidateId, kind: "notice" as const, words: "papagei" };
  await as("system", () => Task.create({ ...notice, dueOn: "2026-03-02", assignee: "recruiter" }));
}

test("what colleagues wrote about her goes with her: notes, tasks, reasons, details, her profile page", async () => {
  const gunhild = await member(here, "gunhild@example.org", { name: "Gunhild Papagei" });
  await described(gunhild);
  expect(await Candidate.whose(Candidate.hashOfLink(LINK))).toBe(gunhild);
  await erase(gunhild);
  expect(JSON.stringify(await here.items({}))).not.toMatch(/papagei|gunhild/i);
  expect(await Candidate.whose(Candidate.hashOfLink(LINK))).toBeUndefined();
  await as("system", () => Import.forget(gunhild));
  const left = (await here.items({ candidateId: gunhild })).map((item) => item.__edb_e__);
  expect(new Set(left)).toEqual(new Set(["gate", "consent", "event"]));
});

test("a colleague erases whoever asked her to, by name, also without an address; she left the pool", async () => {
  await pool([{ profile: { name: "Gunhild Papagei" } }]);
  await described(idOf(0));
  const ask = (confirm: string) =>
    as("recruiter", () => Candidate.eraseFor({ candidateId: idOf(0), confirm }));
  await expect(ask("Gunhild")).rejects.toMatchObject({ problems: [{ field: "confirm" }] });
  await ask("Gunhild Papagei ");
  expect(await Candidate.find(idOf(0))).toBeUndefined();
  expect(JSON.stringify(await here.items({}))).not.toMatch(/papagei|gunhild/i);
  expect(await here.items({ candidateId: idOf(0), type: "candidate.left" })).toHaveLength(1);
  expect(await here.items({ candidateId: idOf(0), type: "candidate.erased" })).toMatchObject([
    { actor: "recruiter:recruiter" },
  ]);
  await expect(ask("Gunhild Papagei")).rejects.toMatchObject({ code: "candidate.missing" });
});

test("a sample person is not erased alone; sweeping takes nothing from who is there", async () => {
  await pool([{ profile: { name: "Sample", sample: true } }]);
  const refused = as("recruiter", () => Candidate.eraseFor({ candidateId: idOf(0), confirm: "Sample" }));
  await expect(refused).rejects.toMatchObject({ code: "candidate.sample" });
  const note = () => as("recruiter", () => Note.write({ candidateId: idOf(0), text: "papagei" }));
  await note();
  await Candidate.sweep(idOf(0));
  expect(await here.items({ text: "papagei" })).toHaveLength(1);
});
