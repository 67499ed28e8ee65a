import { afterAll, beforeAll, expect, test } from "vitest";
import { mail, mailsTo } from "../flows/support/candidate.ts";
import { acme } from "../flows/support/organisation.ts";
import { signIn } from "../flows/support/recruiter.ts";
import { type World, world } from "../flows/support/world.ts";

let here: World;
beforeAll(async () => {
  here = await world();
  expect(await ask("/join")).toMatchObject({ status: 404, title: "Not open yet" });
  const ana = await signIn(here, "ana");
  await ana.call("PUT", "/v1/organisation", { ...acme, revision: 0 });
});
afterAll(() => here.end());

interface Shown {
  readonly status: number;
  readonly title?: string | undefined;
  readonly body: string;
}

/** What a browser without cookies gets; fields are posted as its form would. */
async function ask(
  path: string,
  fields?: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Shown> {
  const sent = fields && { method: "POST", body: new URLSearchParams(fields) };
  const url = new URL(path, here.siteUrl);
  const response = await fetch(url, {
    ...sent,
    headers: { accept: "text/html", "accept-language": "en", ...headers },
  });
  expect(response.headers.get("set-cookie")).toBeNull();
  const body = await response.text();
  return { status: response.status, title: /<h1>(.*?)<\/h1>/.exec(body)?.[1], body };
}

/** A filled-in form, opened 5 seconds ago. */
async function filled(more: Record<string, string> = {}) {
  const { body } = await ask("/join");
  await here.clock.moveTo(here.clock.ms() + 5000);
  const stamp = /name="stamp" value="([^"]*)"/.exec(body)?.[1] ?? "";
  return { name: "Ada", email: "ada@example.org", interest: "", jobNews: "yes", stamp, website: "", ...more };
}

const inbox = async () => (await (await fetch(`${here.consoleUrl}/api/inbox`)).json()) as unknown[];
const ok = { status: 200, title: "Please look in your inbox" };

test.each([
  ["a header in the name", { name: "Ada\r\nBcc: eve@example.org" }, "name"],
  ["two addresses", { email: "ada@example.org, eve@example.org" }, "email"],
  ["no address", { email: "" }, "email"],
  ["a forged stamp", { stamp: "eyJhbGciOiJub25lIn0.e30." }, "stamp"],
  ["no permission", { jobNews: "" }, "job news"],
  ["a permission she has not given so", { jobNews: "on" }, "job news"],
  ["a field that is not ours", { isAdmin: "true" }, "isAdmin"],
])("the form with %s comes back, names it, and nothing is sent", async (_, wrong, named) => {
  const answer = await ask("/join", await filled(wrong));
  expect(answer).toMatchObject({ status: 400, title: "Hear from us when a job fits" });
  const summary = /role="alert">([\s\S]*?)<\/div>/.exec(answer.body)?.[1];
  expect(summary).toContain(named === "stamp" ? "once more" : named === "email" ? "e-mail" : named);
  expect(await inbox()).toEqual([]);
});

test("a form sent faster than a person types may be sent once more as it is", async () => {
  const { body } = await ask("/join");
  const stamp = /name="stamp" value="([^"]*)"/.exec(body)?.[1] ?? "";
  const fast = { name: "Flash", email: "flash@example.org", jobNews: "yes", stamp };
  const refused = await ask("/join", fast);
  expect(refused).toMatchObject({ status: 400 });
  expect(refused.body).toContain(`value="${stamp}"`);
  await here.clock.moveTo(here.clock.ms() + 3000);
  expect(await ask("/join", fast)).toMatchObject(ok);
});

test("a stamp that is a day old is refused, and the page brings a fresh one", async () => {
  const fields = await filled();
  await here.clock.moveTo(here.clock.ms() + 25 * 3_600_000);
  const refused = await ask("/join", fields);
  expect(refused.status).toBe(400);
  expect(refused.body).not.toContain(fields.stamp);
});

test("a machine that fills in everything sees what a person sees, and gets no mail", async () => {
  expect(
    await ask("/join", await filled({ email: "bot@example.org", website: "https://spam.example" })),
  ).toMatchObject(ok);
  expect(await ask("/join", await filled({ email: "eve@example.org" }))).toMatchObject(ok);
  await mail(here, "eve@example.org", /confirm/);
  expect(await mailsTo(here, "bot@example.org")).toEqual([]);
});

test("a name full of markup is words on every page that shows it", async () => {
  const name = `<img src=x onerror="alert(1)">`;
  const back = await ask("/join", await filled({ name, email: "nobody" }));
  expect(back.body).not.toContain("<img");
  expect(back.body).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt;");
});

test.each([
  ["half a JSON", "application/json", '{"name":', "body.malformed"],
  ["a list", "application/json", "[]", "input.invalid"],
  [
    "a JSON with a field that is not ours",
    "application/json",
    '{"isAdmin":true}',
    "isAdmin: Not a known field",
  ],
  ["a broken multipart", "multipart/form-data; boundary=x", "--y\r\n", "body.malformed"],
  ["too much", "application/json", `"${"x".repeat(70_000)}"`, "body.too_large"],
])("%s is refused with a reason", async (_, type, body, reason) => {
  const headers = { "content-type": type, accept: "application/json" };
  const response = await fetch(`${here.siteUrl}/join`, { method: "POST", headers, body });
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(response.status).toBeLessThan(500);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(await response.text()).toContain(reason);
});

test("a link serves for nothing but its own purpose, and says so in her language", async () => {
  expect(await ask("/join", await filled({ email: "mia@example.org" }))).toMatchObject(ok);
  const { links } = await mail(here, "mia@example.org", /confirm/);
  const path = new URL(links[0]?.url ?? "").pathname;
  const german = { "accept-language": "de" };
  for (const other of ["unsubscribe", "preferences"])
    expect(await ask(path.replace("confirm", other), undefined, german)).toMatchObject({
      ...{ status: 400, title: "Dieser Link funktioniert nicht" },
    });
  expect(await ask(`${path.slice(0, -3)}abc`, {})).toMatchObject({
    status: 400,
    title: "This link does not work",
  });
  expect(await ask(path, { colour: "red" })).toMatchObject({ status: 400, title: "We could not read that" });
  expect(await ask(path)).toMatchObject({ status: 200, title: "One press, and you are in" });
  await here.clock.moveTo(here.clock.ms() + 8 * 86_400_000);
  expect(await ask(path, {})).toMatchObject({ status: 400, title: "This link has expired" });
});

test("her language stays with her: from the form to the confirmation, and by the link on every page", async () => {
  expect(await ask("/join?lang=de", await filled({ email: "rosa@example.org" }))).toMatchObject({
    ...{ status: 200, title: "Bitte sehen Sie in Ihr Postfach" },
  });
  expect(await ask("/join?step=sent&lang=en")).toMatchObject({ title: "Please look in your inbox" });
  const { links } = await mail(here, "rosa@example.org", /bestätigen/);
  const path = new URL(links[0]?.url ?? "").pathname;
  expect(await ask(path)).toMatchObject({ title: "Ein Klick, und Sie sind dabei" });
  expect(await ask(`${path}?lang=en`)).toMatchObject({ title: "One press, and you are in" });
});

test("an address that leads nowhere is a page too", async () => {
  expect(await ask("/join/a/b")).toMatchObject({ status: 404, title: "There is nothing here" });
  expect(await ask("/join/%3Cscript%3E")).toMatchObject({ status: 404, title: "Not open yet" });
});

test("after thirty forms in an hour from one place the page asks to wait, in words and for machines", async () => {
  const from = (host: number) => ({ "cloudfront-viewer-address": `203.0.113.${host}:1234` });
  const flood = await filled({ email: "flood@example.org" });
  for (let time = 0; time < 30; time++) expect((await ask("/join", flood, from(7))).status).toBe(200);
  expect(await ask("/join", flood, from(7))).toMatchObject({ status: 429, title: "One moment, please" });
  const machine = await fetch(`${here.siteUrl}/join`, {
    method: "POST",
    headers: { accept: "application/json", ...from(7) },
    body: new URLSearchParams(flood),
  });
  expect(machine.status).toBe(429);
  expect(await machine.json()).toMatchObject({ code: "signup.limited" });
  const wait = Number(machine.headers.get("retry-after"));
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(3600);
  expect((await ask("/join", flood, from(8))).status).toBe(200);
});
