import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { wording } from "../../packages/core/consent/wording.ts";
import { type Applicant, act, confirm, mail, mailsTo, signUp } from "./support/candidate.ts";
import { figures, membersOf, personNamed } from "./support/desk.ts";
import { linkOf, welcomed } from "./support/joined.ts";
import { everything } from "./support/log.ts";
import { acme, open } from "./support/organisation.ts";
import { ofKind } from "./support/recount.ts";
import { type Recruiter, signIn } from "./support/recruiter.ts";
import { type World, world } from "./support/world.ts";

let here: World;
let ana: Recruiter;
let campaignId: string;
beforeAll(async () => {
  here = await world();
  ana = await signIn(here, "ana");
  ({ campaignId } = await open(ana));
});
afterAll(() => here.end());

const settingsOf = async (her: Applicant) => linkOf(await welcomed(here, her), "preferences");

/** Presses "Save" as the page's form does: a box that is not ticked is not sent. */
const save = (url: string, ...ticked: ("jobNews" | "tracking")[]) =>
  fetch(url, {
    method: "POST",
    body: new URLSearchParams([["action", "save"], ...ticked.map((box) => [box, "yes"])]),
  });

const accept = { "content-type": "application/json" };
const saveJson = async (url: string, body: object) => {
  const init = { method: "POST", headers: accept, body: JSON.stringify(body) };
  const response = await fetch(url, init);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

/** Which boxes of a page are ticked. */
const boxes = (html: string) =>
  [...html.matchAll(/name="(jobNews|tracking)" value="yes"( checked)?/g)].map(([, box, on]) => [box, !!on]);

/** The lines of her ledger, oldest first, without the first few. */
async function ledger(her: Applicant, after = 0) {
  const { candidateId } = await personNamed(ana, her.name);
  const lines = ofKind(await everything(here), "consent").filter((line) => line.candidateId === candidateId);
  return lines.sort((a, b) => String(a.at).localeCompare(String(b.at))).slice(after);
}

test("both switches off and on again by the page: each time she is asked, the ledger keeps what she saw", async () => {
  const her = { name: "Ada Lovelace", email: "ada@example.org", tracking: true };
  const url = await settingsOf(her);
  expect(boxes(await (await fetch(url)).text())).toEqual([
    ["jobNews", true],
    ["tracking", true],
  ]);
  const before = (await ledger(her)).length;

  expect(await (await save(url, "jobNews")).text()).toContain("Opens and clicks are not recorded.");
  expect(await personNamed(ana, her.name)).toMatchObject({
    standing: "member",
    mayWrite: { answer: "yes", tracking: false },
  });
  expect((await save(url)).status).toBe(200);
  expect(await personNamed(ana, her.name)).toMatchObject({
    standing: "left",
    mayWrite: { answer: "no", code: "unsubscribe" },
  });
  expect(boxes(await (await fetch(url)).text())).toEqual([
    ["jobNews", false],
    ["tracking", false],
  ]);
  expect((await save(url, "jobNews", "tracking")).status).toBe(200);
  expect(await personNamed(ana, her.name)).toMatchObject({
    standing: "member",
    mayWrite: { answer: "yes", code: "granted", tracking: true },
  });

  const hash = (purpose: "job_news" | "tracking") =>
    createHash("sha256")
      .update(wording(purpose, "en", { name: acme.name, privacyUrl: acme.privacyUrl }).text)
      .digest("hex");
  const { version } = wording("tracking", "en", { name: acme.name, privacyUrl: acme.privacyUrl });
  const same = { method: "page", locale: "en", wording: version, controller: acme.name };
  expect(await ledger(her, before)).toMatchObject([
    { ...same, purpose: "tracking", state: "withdrawn", wordingHash: hash("tracking") },
    { ...same, purpose: "job_news", state: "withdrawn", wordingHash: hash("job_news") },
    {
      ...same,
      purpose: "job_news",
      state: "granted",
      wordingHash: hash("job_news"),
      until: expect.any(String),
    },
    { ...same, purpose: "tracking", state: "granted", wordingHash: hash("tracking") },
  ]);
});

test("switching job news off is leaving, switching it on is joining again", async () => {
  const her = { name: "Bea Back", email: "bea@example.org" };
  const url = await settingsOf(her);
  await here.clock.settled();
  const before = await figures(ana);
  await save(url);
  await here.clock.settled();
  const gone = { joined: before.joined, left: before.left + 1, people: before.people - 1 };
  expect(await figures(ana)).toEqual(gone);
  await save(url, "jobNews");
  await here.clock.settled();
  expect(await figures(ana)).toEqual({ ...gone, joined: before.joined + 1, people: before.people });
  expect(await mailsTo(here, her.email)).toHaveLength(2);
});

test("the same by JSON, where both switches must be named", async () => {
  const her = { name: "Cleo Json", email: "cleo@example.org" };
  const url = await settingsOf(her);
  const shown = async () => (await fetch(url, { headers: { accept: "application/json" } })).json();
  expect(await shown()).toEqual({ state: "kept", locale: "en", jobNews: true, tracking: false });
  const on = { action: "save", jobNews: true, tracking: true };
  expect(await saveJson(url, on)).toMatchObject({ status: 200, body: { jobNews: true, tracking: true } });
  expect(await saveJson(url, { ...on, jobNews: false })).toMatchObject({ status: 200 });
  expect(await shown()).toEqual({ state: "kept", locale: "en", jobNews: false, tracking: true });
  expect(await saveJson(url, { action: "save", jobNews: true })).toMatchObject({
    status: 400,
    body: { code: "input.invalid", problems: [{ field: "tracking" }] },
  });
  expect(await shown()).toMatchObject({ jobNews: false, tracking: true });
});

test("pressing twice, or on a page that was open for long, writes nothing twice", async () => {
  const her = { name: "Dora Double", email: "dora@example.org", tracking: true };
  const url = await settingsOf(her);
  const before = (await ledger(her)).length;
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => save(url)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  expect(await ledger(her, before)).toHaveLength(2);
  await here.clock.moveTo(here.clock.ms() + 86_400_000);
  expect((await save(url)).status).toBe(200);
  expect(await ledger(her, before)).toHaveLength(2);
});

test("she reads the page in another language than she signed up in, and the ledger says so", async () => {
  const her = { name: "Eva Zwei", email: "eva@example.org", locale: "en" };
  const url = `${await settingsOf(her)}?lang=de`;
  const before = (await ledger(her)).length;
  expect(await (await fetch(url)).text()).toContain('<html lang="de">');
  await save(url, "jobNews", "tracking");
  expect(await ledger(her, before)).toMatchObject([{ purpose: "tracking", state: "granted", locale: "de" }]);
});

test("her mailbox bounced: her page says so, and no switch of hers takes that back", async () => {
  const her = { name: "Gus Gone", email: "gus@example.org" };
  const url = await settingsOf(her);
  await act(here, await mail(here, her.email, /Welcome/), "bounce");
  await here.clock.settled();
  const bounced = { mayWrite: { answer: "no", code: "bounce" } };
  expect(await personNamed(ana, her.name)).toMatchObject(bounced);
  const page = await (await fetch(url)).text();
  expect(page).toContain("A mail to your address came back");
  expect(boxes(page)[0]).toEqual(["jobNews", false]);
  for (const ticked of [["jobNews"], [], ["jobNews"]] as const) {
    const saved = await (await save(url, ...ticked)).text();
    expect(saved).toContain("You get no job news.");
    expect(saved).toContain("came back");
  }
  expect(await personNamed(ana, her.name)).toMatchObject(bounced);
});

test("she deletes everything while her first mail still waits: it is never sent", async () => {
  const her = { name: "Fay Forgotten", email: "fay@example.org" };
  await signUp(here, her);
  await mail(here, her.email, /confirm/);
  here.services.email.faults.set("paused");
  const { preferences } = (await (await confirm(here, her.email)).json()) as { preferences: string };
  await here.clock.settled();
  const { candidateId } = await personNamed(ana, her.name);
  const url = `${here.siteUrl}${preferences}`;
  expect(await saveJson(url, { action: "erase" })).toMatchObject({ body: { next: "erase-confirm" } });
  expect(await saveJson(url, { action: "erase-confirm" })).toMatchObject({ body: { state: "nothing_kept" } });
  here.services.email.faults.clear();
  await here.clock.moveTo(here.clock.ms() + 20 * 60_000);
  expect(await mailsTo(here, her.email)).toEqual([]);
  const member = (await membersOf(ana, campaignId)).find((one) => one.candidateId === candidateId);
  expect(member).toMatchObject({ name: "Erased", end: "stopped.erased" });
  expect(here.services.queues.list().filter(({ hidden }) => hidden > 0)).toEqual([]);
});
