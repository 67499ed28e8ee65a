import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mail, mailsTo } from "./support/candidate.ts";
import { campaignPage, figures, personNamed } from "./support/desk.ts";
import { join, linkOf, welcomed } from "./support/joined.ts";
import { open } from "./support/organisation.ts";
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

describe.each(Object.entries(ways))("when %s", (name, leave) => {
  test("she is out at once, and doing it again changes nothing", async () => {
    const her = { name: `Ada, ${name}`, email: `${name.replaceAll(" ", "-")}@example.org` };
    const address = linkOf(await welcomed(here, her), "unsubscribe");
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

test("while her mail still waits to be sent, it is never sent", async () => {
  const her = { name: "Ada Waiting", email: "waiting@example.org" };
  here.services.email.faults.set("paused");
  const joining = join(here, her).catch(() => undefined);
  here.services.email.faults.clear();
  await joining;
  expect(await mail(here, her.email, /confirm/)).toBeDefined();
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
