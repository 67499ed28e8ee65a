import { beforeAll, expect, test } from "vitest";
import { Enrolment } from "../../packages/core/enrolment/index.ts";
import { Message } from "../../packages/core/message/index.ts";
import { campaign, enter, mailOf, turn, work } from "./support/campaigns.ts";
import { letter, report, sending } from "./support/letters.ts";
import { furnish, leave, member } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
beforeAll(furnish);
const HOUR_MS = 3_600_000;
const finished = (code: string) => ({ end: "finished", reason: { code } });

test("whoever is due gets her mail and has finished; looking again sends nothing", async () => {
  const welcome = await campaign();
  const ada = await member(here, "ada@example.org");
  await enter(ada, welcome);
  for (let look = 0; look < 3; look++) await work(welcome);
  expect(here.ses.sentTo("ada@example.org")).toBe(1);
  expect(await Enrolment.read(ada, welcome)).toMatchObject(finished("sent"));
});

test("four workers on the same people send each one mail", async () => {
  const welcome = await campaign();
  const people = ["w1@example.org", "w2@example.org", "w3@example.org"];
  for (const email of people) await enter(await member(here, email), welcome);
  await Promise.all([work(welcome), work(welcome), work(welcome), work(welcome)]);
  here.clock.forward(10_000);
  await work(welcome);
  expect(people.map(here.ses.sentTo)).toEqual([1, 1, 1]);
});

test("a mail that SES never reported on is given up after six hours, and she goes on", async () => {
  const welcome = await campaign();
  const silent = await member(here, "silent@example.org");
  await enter(silent, welcome);
  const messageId = await mailOf(silent, welcome);
  await sending(await letter(silent, { messageId, campaignId: welcome }));
  await work(welcome);
  const { dueAt = "" } = await Enrolment.read(silent, welcome);
  expect(Date.parse(dueAt) - here.clock.ms()).toBe(6 * HOUR_MS);
  here.clock.forward(6 * HOUR_MS);
  await work(welcome);
  expect(await Enrolment.read(silent, welcome)).toMatchObject(finished("unknown"));
  expect((await Message.read(silent, messageId))?.state).toBe("unknown");
  expect(here.ses.sentTo("silent@example.org")).toBe(0);
});

test("SES's report moves her on before that", async () => {
  const welcome = await campaign();
  const reported = await member(here, "reported@example.org");
  await enter(reported, welcome);
  const messageId = await mailOf(reported, welcome);
  await sending(await letter(reported, { messageId, campaignId: welcome }));
  await report(reported, messageId);
  expect(await Enrolment.read(reported, welcome)).toMatchObject(finished("sent"));
});

test("a paused campaign sends nothing and everybody keeps her place", async () => {
  const welcome = await campaign();
  const waiting = await member(here, "waiting@example.org");
  const before = await enter(waiting, welcome);
  await turn(welcome, "pause");
  await work(welcome);
  expect(await Enrolment.read(waiting, welcome)).toEqual(before);
  await turn(welcome, "resume");
  await work(welcome);
  expect(here.ses.sentTo("waiting@example.org")).toBe(1);
});

test("a stopped campaign takes everybody out, also who is not due yet", async () => {
  const welcome = await campaign();
  const later = await member(here, "later@example.org");
  const reason = { code: "held.missing_field", inputs: {}, at: here.clock.iso() };
  const dueAt = new Date(here.clock.ms() + 24 * HOUR_MS).toISOString();
  await Enrolment.move(await enter(later, welcome), { kind: "wait", dueAt, reason });
  await turn(welcome, "stop");
  await work(welcome);
  expect(await Enrolment.read(later, welcome)).toMatchObject({ end: "stopped.campaign" });
  expect(here.ses.sentTo("later@example.org")).toBe(0);
});

test("whoever unsubscribed in the meantime gets nothing and is out", async () => {
  const welcome = await campaign();
  const gone = await member(here, "gone@example.org");
  await enter(gone, welcome);
  await leave(gone);
  await work(welcome);
  expect(await Enrolment.read(gone, welcome)).toMatchObject({ end: "stopped.unsubscribed" });
  expect(here.ses.sentTo("gone@example.org")).toBe(0);
});

test("a worker whose campaign moved on, or whose time is nearly up, leaves everybody to the next", async () => {
  const welcome = await campaign();
  const next = await member(here, "next@example.org");
  const before = await enter(next, welcome);
  await work(welcome, () => 59_999);
  expect(await Enrolment.read(next, welcome)).toEqual(before);
});
