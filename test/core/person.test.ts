import { beforeAll, expect, test } from "vitest";
import { Candidate } from "../../packages/core/candidate/index.ts";
import { newId } from "../../packages/core/id.ts";
import { Note } from "../../packages/core/note/index.ts";
import { Task } from "../../packages/core/task/index.ts";
import { Team } from "../../packages/core/team/index.ts";
import { as, furnish, member } from "./support/people.ts";
import { idOf, pool } from "./support/pool.ts";
import { table } from "./support/table.ts";

const here = table();
beforeAll(async () => {
  await furnish();
  await as("recruiter", Team.me);
  await pool([{ profile: { name: "Nobody's mail", title: "Cook", owner: "recruiter", tags: ["alumni"] } }]);
});

const reading = Candidate.person({ campaigns: async () => new Map(), templates: async () => new Map() });
const page = (candidateId: string) => as("recruiter", () => reading({ candidateId }));
const types = async (candidateId: string) => (await page(candidateId)).timeline.map(({ type }) => type);
const note = (candidateId: string, text: string) => as("recruiter", () => Note.write({ candidateId, text }));

test("somebody without an address has a page with all that is known", async () => {
  expect(await page(idOf(0))).toMatchObject({
    name: "Nobody's mail",
    title: "Cook",
    tags: ["alumni"],
    owner: { recruiterId: "recruiter", name: "recruiter" },
    addresses: [],
    mayWrite: { answer: "no", code: "none" },
    tasks: [],
  });
});

test("a note stands on her timeline by its author, who alone can take it back", async () => {
  const ada = await member(here, "ada@example.org");
  const { noteId } = await note(ada, "Likes nights.\nHas a dog.");
  expect((await page(ada)).timeline.find(({ id }) => id === noteId)).toMatchObject({
    type: "note.written",
    who: "recruiter",
    by: "recruiter",
    detail: { text: "Likes nights.\nHas a dog.", mine: true },
  });
  const key = { candidateId: ada, noteId };
  await expect(as("admin", () => Note.remove(key))).rejects.toMatchObject({ code: "note.not_yours" });
  await as("recruiter", () => Note.remove(key));
  await expect(as("recruiter", () => Note.remove(key))).rejects.toMatchObject({ code: "note.missing" });
  expect(await types(ada)).not.toContain("note.written");
});

test("a task waits for who wrote it until it is done, and again when it is not", async () => {
  const due = async () =>
    (await as("recruiter", () => Task.due("recruiter", "2026-03-05", 10))).map(({ words }) => words);
  const set = (words: string, dueOn: string) =>
    as("recruiter", () => Task.set({ candidateId: idOf(0), words, dueOn }));
  await set("Later", "2026-03-06");
  const { taskId } = await set("Call", "2026-03-05");
  await set("First", "2026-03-01");
  expect(await due()).toEqual(["First", "Call"]);
  const finish = (done: boolean) =>
    as("recruiter", () => Task.finish({ candidateId: idOf(0), taskId, done }));
  await finish(true);
  await finish(true);
  expect(await due()).toEqual(["First"]);
  expect((await page(idOf(0))).tasks.map(({ words }) => words)).toEqual(["First", "Later"]);
  expect(await types(idOf(0))).toContain("task.done");
  await finish(false);
  expect(await due()).toEqual(["First", "Call"]);
  expect(await here.anomalies()).toEqual([]);
});

test("what a campaign asks of anybody is asked once, and everybody sees it", async () => {
  const taskId = newId("tsk");
  const ask = () =>
    as("system", () =>
      Task.create({
        taskId,
        candidateId: idOf(0),
        kind: "notice",
        words: "She clicked",
        dueOn: "2026-03-02",
      }),
    );
  expect([await ask(), await ask()]).toEqual([true, false]);
  const seen = await as("admin", () => Task.due("admin", "2026-03-02", 10));
  expect(seen).toMatchObject([{ taskId, kind: "notice", words: "She clicked" }]);
});

test("nothing is written under somebody who is not there", async () => {
  const candidateId = newId("cnd");
  const missing = { code: "candidate.missing" };
  await expect(note(candidateId, "x")).rejects.toMatchObject(missing);
  const task = { candidateId, words: "x", dueOn: "2026-03-02" };
  await expect(as("recruiter", () => Task.set(task))).rejects.toMatchObject(missing);
  expect(await as("system", () => Task.create({ ...task, taskId: newId("tsk"), kind: "task" }))).toBe(false);
});

test("the timeline tells who did what, and forgets what was taken back", async () => {
  const told = await member(here, "told@example.org");
  await as("recruiter", () => Candidate.tagMany({ candidateIds: [told], add: ["alumni"] }));
  const { actId } = await as("recruiter", () => Candidate.replied({ candidateId: told }));
  const { replied, timeline } = await page(told);
  expect(replied).toMatchObject({ actId });
  expect(timeline.find(({ id }) => id === actId)).toMatchObject({ who: "candidate", by: "recruiter" });
  expect(timeline.find(({ type }) => type === "candidate.changed")).toMatchObject({ by: "recruiter" });
  await as("recruiter", () => Candidate.takeBack({ candidateId: told, actId }));
  const after = await page(told);
  expect(after).not.toHaveProperty("replied");
  expect(after.timeline.map(({ type }) => type)).not.toContain("engagement.replied");
});
