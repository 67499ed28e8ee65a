import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { confirm, type Mail, mail, mailsTo, signUp } from "./support/candidate.ts";
import { campaignPage, figures, personNamed } from "./support/desk.ts";
import { headerOf, join, linkOf, welcomed } from "./support/joined.ts";
import { acme, open } from "./support/organisation.ts";
import { type Recruiter, signIn } from "./support/recruiter.ts";
import { longAgo } from "./support/token.ts";
import { type World, world } from "./support/world.ts";

const MINUTE = 60_000;

let here: World;
let ana: Recruiter;
let campaignId: string;
beforeAll(async () => {
  here = await world();
  ana = await signIn(here, "ana");
  ({ campaignId } = await open(ana));
});
afterAll(() => here.end());

test("her campaign mail has what mail programs and the law ask for", async () => {
  const welcome = await welcomed(here, { name: "Ada Lovelace", email: "ada@example.org" });
  const unsubscribe = linkOf(welcome, "unsubscribe");
  expect(unsubscribe).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/unsubscribe\/[\w.-]+$/);
  expect(headerOf(welcome, "List-Unsubscribe")).toBe(`<${unsubscribe}>`);
  expect(headerOf(welcome, "List-Unsubscribe-Post")).toBe("List-Unsubscribe=One-Click");
  expect(headerOf(welcome, "List-Id")).toBe("<talent-community.acme.example>");
  expect(headerOf(welcome, "Auto-Submitted")).toBe("auto-generated");
  expect(headerOf(welcome, "From")).toBe("Acme Careers <careers@acme.example>");
  expect(headerOf(welcome, "To")).toBe("ada@example.org");
  for (const part of [welcome.html, welcome.text])
    for (const owed of [acme.postalAddress, acme.privacyUrl, unsubscribe, "because you joined"])
      expect(part).toContain(owed);
  expect(welcome.text).toContain("Hello Ada Lovelace,");
});

test("the mail that asks for confirmation is only that", async () => {
  const her = { name: "Ada Asked", email: "asked@example.org", tracking: true };
  await signUp(here, her);
  const asking = await mail(here, her.email, /confirm/);
  expect(headerOf(asking, "List-Unsubscribe")).toBeUndefined();
  expect(headerOf(asking, "List-Unsubscribe-Post")).toBeUndefined();
  expect(headerOf(asking, "Auto-Submitted")).toBe("auto-generated");
  expect(trackedIn(asking)).toEqual([]);
});

test("opens and clicks are recorded only when she ticked it, and leaving never is", async () => {
  const [without, ticked] = [
    await welcomed(here, { name: "Ada Quiet", email: "quiet@example.org" }),
    await welcomed(here, { name: "Ada Open", email: "open@example.org", tracking: true }),
  ];
  expect(trackedIn(without)).toEqual([]);
  expect(trackedIn(ticked)).toEqual(["pixel", "https://acme.example/"]);
  expect(ticked.html).not.toContain('href="https://acme.example/"');
  for (const path of ["unsubscribe", "preferences"] as const)
    expect(ticked.html).toContain(`href="${linkOf(ticked, path)}"`);
  expect(ticked.html).toContain(`href="${acme.privacyUrl}"`);
  expect(ticked.html).toContain(`href="${acme.imprintUrl}"`);
});

/** What SES put into a mail to watch its reader: the pixel, and the addresses it leads elsewhere first. */
const trackedIn = ({ html, links }: Mail) => [
  ...(html.includes("/open/") ? ["pixel"] : []),
  ...links.filter(({ tracked, n }) => tracked || html.includes(`/click/${n}`)).map(({ url }) => url),
];

const oneClick = "List-Unsubscribe=One-Click";
const post = (url: string, body?: BodyInit, type?: string) =>
  fetch(url, {
    method: "POST",
    redirect: "manual",
    ...(body === undefined ? {} : { body }),
    ...(type ? { headers: { "content-type": type } } : {}),
  });

function multipart() {
  const form = new FormData();
  form.set("List-Unsubscribe", "One-Click");
  return form;
}

type Way = (url: string) => Promise<Response>;

const ways: Record<string, Way> = {
  "her mail program posts a form": (url) => post(url, new URLSearchParams(oneClick)),
  "her mail program posts multipart": (url) => post(url, multipart()),
  "her mail program names no type": (url) => post(url, Buffer.from(oneClick)),
  "her mail program names a wrong type": (url) => post(url, oneClick, "application/json"),
  "her mail program sends nothing": (url) => post(url),
  "the mail is three years old": async (url) => post(await longAgo(url), new URLSearchParams(oneClick)),
  "she presses the button of the page": (url) => post(url, new URLSearchParams({ from: "page" })),
};

const whoLeaves = (way: string) => ({
  name: `Ada, ${way}`,
  email: `${way.replaceAll(" ", "-")}@example.org`,
});

describe("she leaves, is out at once, and doing it again changes nothing, when", () => {
  beforeAll(() => join(here, ...Object.keys(ways).map(whoLeaves)));

  test.each(Object.entries(ways))("%s", async (name, leave) => {
    const her = whoLeaves(name);
    const address = linkOf(await mail(here, her.email, /Welcome/), "unsubscribe");
    const before = await figures(ana);
    expect((await leave(address)).status).toBe(200);
    const gone = await personNamed(ana, her.name);
    expect(gone).toMatchObject({ standing: "left", mayWrite: { answer: "no", code: "unsubscribe" } });
    const [latest] = gone.ledger;
    const method = name.includes("button") ? "page" : "one_click";
    expect(latest).toMatchObject({ purpose: "job_news", state: "withdrawn", method });

    expect((await leave(address)).status).toBe(200);
    expect((await personNamed(ana, her.name)).ledger).toEqual(gone.ledger);
    await here.clock.settled();
    expect(await figures(ana)).toEqual({ ...before, people: before.people - 1, left: before.left + 1 });
  });
});

test("her mail program asks five times at once, and is heard each time", async () => {
  const her = { name: "Ada, five times", email: "five@example.org", tracking: true };
  const address = linkOf(await welcomed(here, her), "unsubscribe");
  const before = await figures(ana);
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => post(address, new URLSearchParams(oneClick))));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  const { ledger } = await personNamed(ana, her.name);
  expect(ledger.filter(({ state }) => state === "withdrawn")).toHaveLength(1);
  await here.clock.settled();
  expect((await figures(ana)).left).toBe(before.left + 1);
});

test("the page answers in her language, with the way back", async () => {
  const her = { name: "Ada Deutsch", email: "deutsch@example.org", locale: "de" };
  const address = linkOf(await welcomed(here, her), "unsubscribe");
  expect(await (await fetch(address)).text()).toContain("<button>");
  const page = await (await post(address, new URLSearchParams({ from: "page" }))).text();
  expect(page).toContain('<html lang="de">');
  const [, back] = /href="(\/preferences\/[^"]+)"/.exec(page) ?? [];
  expect((await fetch(`${here.siteUrl}${back?.replaceAll("&amp;", "&")}`)).status).toBe(200);
});

test("a link that is three years old ends the job news, and opens nothing else about her", async () => {
  const her = { name: "Ada Old", email: "old@example.org" };
  const address = await longAgo(linkOf(await welcomed(here, her), "unsubscribe"));
  const page = await (await post(address, new URLSearchParams({ from: "page" }))).text();
  expect(page).toContain("This mail is too old to open your settings");
  expect(page).not.toContain("/preferences/");
  expect(await personNamed(ana, her.name)).toMatchObject({ standing: "left" });
});

test("while her mail still waits to be sent, it is never sent", async () => {
  const her = { name: "Ada Waiting", email: "waiting@example.org" };
  await signUp(here, her);
  await mail(here, her.email, /confirm/);
  here.services.email.faults.set("paused");
  const { preferences } = (await (await confirm(here, her.email)).json()) as { preferences: string };
  await here.clock.settled();
  const before = (await campaignPage(ana, campaignId)).people;
  expect((await personNamed(ana, her.name)).next).toMatchObject([{ campaignId }]);

  await post(`${here.siteUrl}${preferences}`, new URLSearchParams({ action: "save" }));
  here.services.email.faults.clear();
  await here.clock.moveTo(here.clock.ms() + 20 * MINUTE);
  expect(await mailsTo(here, her.email)).toHaveLength(1);
  const { next, timeline } = await personNamed(ana, her.name);
  expect(next).toEqual([]);
  const ended = timeline.find(({ type }) => type === "enrolment.ended");
  expect(ended?.detail).toMatchObject({ campaignId, end: "stopped.unsubscribed" });
  const { people } = await campaignPage(ana, campaignId);
  const { inside, stopped, entered } = people;
  expect({ inside, entered }).toEqual({ inside: before.inside - 1, entered: before.entered });
  const were = before.stopped["stopped.unsubscribed"] ?? 0;
  expect(stopped).toEqual({ ...before.stopped, "stopped.unsubscribed": were + 1 });
});

test("a campaign that starts after she left does not write to her", async () => {
  const her = { name: "Ada Early", email: "early@example.org" };
  await post(linkOf(await welcomed(here, her), "unsubscribe"), new URLSearchParams(oneClick));
  const { campaign } = await campaignPage(ana, campaignId);
  const draft = { name: "Second", entry: campaign.entry, steps: campaign.steps };
  const { body: second } = await ana.call<{ campaignId: string }>("POST", "/v1/campaigns", draft);
  await ana.call("POST", `/v1/campaigns/${second.campaignId}/launch`, { revision: 1 });
  await join(here, { name: "Bea Late", email: "late@example.org" });
  await here.clock.moveTo(here.clock.ms() + 20 * MINUTE);
  expect((await mailsTo(here, "late@example.org")).map(({ subject }) => subject)).toContain("Welcome, Bea");
  expect(await mailsTo(here, her.email)).toHaveLength(2);
  expect((await campaignPage(ana, second.campaignId)).people).toMatchObject({ entered: 1 });
});
