import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import type { Person, Row } from "../../packages/core/candidate/views.ts";
import { act, confirm, type Mail, mail, mailsTo, signUp } from "./support/candidate.ts";
import { campaignPage, figures, membersOf, personNamed } from "./support/desk.ts";
import { linkOf, welcomed } from "./support/joined.ts";
import { open } from "./support/organisation.ts";
import { placeOf, run, somewhere } from "./support/process.ts";
import { type Recruiter, signIn } from "./support/recruiter.ts";
import { filesIn, placesOf, rowsOf } from "./support/search.ts";
import type { Place } from "./support/world.ts";

const SCRIPT = join(import.meta.dirname, "../../packages/local/start.ts");
const DAY = 86_400_000;

const her = {
  name: "Wilhelmina Quastenflosser",
  email: "w.quastenflosser+7x@beispiel-post.example",
  interest: "Orgelbau und Glockenguss",
  tracking: true,
};
/** Whatever of this is found, she was not forgotten. */
const TELLING = [
  "Wilhelmina",
  "Quastenflosser",
  her.email,
  "beispiel-post",
  "Orgelbau",
  "Glockenguss",
  "Papageientaucher",
];

test("when she erases herself, nothing of her is left on the machine, and the counts stay", async () => {
  process.env.PERENNIAL_LOG_LEVEL = "DEBUG";
  const where = await somewhere();
  const here = placeOf(where);
  const first = run(where);
  await first.ready;
  const ana = await signIn(here, "ana");
  const { campaignId } = await open(ana);
  const welcome = await live(here);
  const { candidateId } = await personNamed(ana, her.name);
  await describe(ana, candidateId);
  const figuresBefore = (await campaignPage(ana, campaignId)).figures;
  expect(placesOf(her.email, await filesIn(where.data)).length).toBeGreaterThan(1);

  await erase(here, welcome);
  await expectGone(here, ana, candidateId);
  expect(await figures(ana)).toEqual({ joined: 1, left: 1, people: 0 });
  const page = await campaignPage(ana, campaignId);
  expect(page.figures).toEqual(figuresBefore);
  expect(await membersOf(ana, campaignId)).toMatchObject([{ name: "Erased", end: "finished" }]);
  await expectOldLinksAnswer(here, welcome);

  const compact = () => promisify(execFile)(process.execPath, [SCRIPT, "--compact", "--data", where.data]);
  await expect(compact()).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining("in use") });
  expect(await first.end("SIGTERM")).toEqual({ code: 0, signal: null });
  await compact();
  const kept = [
    ...(await filesIn(where.data)),
    ...(await rowsOf(join(where.data, "table"))),
    ...(await rowsOf(join(where.data, "cloud"))),
    ["what it logged", Buffer.from(first.said())] as const,
  ];
  expect(placesOf(candidateId, kept)).not.toEqual([]);
  expect(first.said()).toContain('"level":"INFO"');
  for (const telling of TELLING) expect(placesOf(telling, kept), telling).toEqual([]);

  const second = run(where);
  await second.ready;
  await expectNewPerson(here, await signIn(here, "ana"), { campaignId, candidateId });
});

/** A recruiter writes down whatever can be written down about her. */
async function describe(ana: Recruiter, candidateId: string): Promise<void> {
  const { body: person } = await ana.call<Person>("GET", `/v1/candidates/${candidateId}`);
  const about = `/v1/candidates/${candidateId}`;
  const bird = "Papageientaucher";
  const details = { title: bird, company: bird, city: bird, phone: bird, tags: [bird], skills: [bird] };
  const link = `https://www.linkedin.com/in/${bird}`;
  const answers = [
    await ana.call("PUT", about, { revision: person.revision, ...details, link }),
    await ana.call("POST", `${about}/notes`, { text: bird }),
    await ana.call("POST", `${about}/tasks`, { words: bird, dueOn: "2026-03-02" }),
    await ana.call("POST", `${about}/replied`, {}),
    await ana.call("POST", `${about}/do-not-contact`, { on: true, reason: bird }),
    await ana.call("POST", `${about}/do-not-contact`, { on: false }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 201, 201, 200, 200, 200]);
}

/** She joins, opens her mail, clicks, asks again by mistake and changes her mind about a switch. */
async function live(here: Place): Promise<Mail> {
  const welcome = await welcomed(here, her);
  await here.clock.moveTo(here.clock.ms() + 60_000);
  await act(here, welcome, "open");
  await act(here, welcome, `click/${welcome.links.find(({ tracked }) => tracked)?.n}`);
  await signUp(here, her);
  await mail(here, her.email, /already/);
  const save = { method: "POST", body: new URLSearchParams({ action: "save", jobNews: "yes" }) };
  await fetch(linkOf(welcome, "preferences"), save);
  await here.clock.settled();
  return welcome;
}

/** Two steps: the button on her settings page asks, the next one does it, and pressing that twice is once. */
async function erase(here: Place, welcome: Mail): Promise<void> {
  const url = linkOf(welcome, "preferences");
  const press = async (action: string) =>
    (await fetch(url, { method: "POST", body: new URLSearchParams({ action }) })).text();
  expect(await press("erase")).toContain("This cannot be undone.");
  expect(await (await fetch(url)).text()).toContain("Your settings");
  for (const page of await Promise.all([press("erase-confirm"), press("erase-confirm")]))
    expect(page).toContain("Your details are deleted");
  await here.clock.settled();
}

async function expectGone(here: Place, ana: Recruiter, candidateId: string): Promise<void> {
  expect(await mailsTo(here, her.email)).toEqual([]);
  for (const path of ["inbox", "events?limit=5000", "journal?limit=20000", "executions", "dead-letters"]) {
    const answer = Buffer.from(await (await fetch(`${here.consoleUrl}/api/${path}`)).arrayBuffer());
    for (const telling of TELLING) expect(placesOf(telling, [[path, answer]])).toEqual([]);
  }
  const { body } = await ana.call<{ people: Row[] }>("GET", "/v1/candidates");
  expect(body.people).toEqual([]);
  expect(await ana.call("GET", `/v1/candidates/${candidateId}`)).toMatchObject({
    status: 404,
    body: { code: "candidate.missing" },
  });
}

async function expectOldLinksAnswer(here: Place, welcome: Mail): Promise<void> {
  const leaving = linkOf(welcome, "unsubscribe");
  expect((await fetch(leaving)).status).toBe(200);
  const body = new URLSearchParams("List-Unsubscribe=One-Click");
  expect((await fetch(leaving, { method: "POST", body })).status).toBe(200);
  const settings = await fetch(linkOf(welcome, "preferences"));
  expect(settings.status).toBe(200);
  expect(await settings.text()).toContain("Your details are deleted");
  const tracked = /href="(http[^"]+\/click\/[^"]+)"/.exec(welcome.html)?.[1] ?? "";
  expect((await fetch(tracked, { redirect: "manual" })).status).toBe(404);
  await here.clock.settled();
}

interface Before {
  readonly campaignId: string;
  readonly candidateId: string;
}

/** She signs up again with the same address: somebody new, who is asked first and welcomed once she has confirmed. */
async function expectNewPerson(here: Place, ana: Recruiter, before: Before): Promise<void> {
  await signUp(here, her);
  await mail(here, her.email, /confirm/);
  await here.clock.moveTo(here.clock.ms() + DAY);
  expect(await mailsTo(here, her.email)).toHaveLength(1);
  expect((await confirm(here, her.email)).status).toBe(200);
  await mail(here, her.email, /Welcome/);
  await here.clock.settled();
  const person = await personNamed(ana, her.name);
  expect(person.candidateId).not.toBe(before.candidateId);
  expect(person).toMatchObject({ standing: "member", mayWrite: { answer: "yes", tracking: true } });
  expect(await figures(ana)).toEqual({ joined: 2, left: 1, people: 1 });
  expect((await campaignPage(ana, before.campaignId)).figures.accepted).toBe(2);
}
