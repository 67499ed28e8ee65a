import { SignJWT, UnsecuredJWT } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Token } from "../../packages/core/token/index.ts";
import { confirm, mail, signUp } from "./support/candidate.ts";
import { figures, personNamed } from "./support/desk.ts";
import { type Answer, harmless, harmlessJson, problemOf } from "./support/harmless.ts";
import { linkOf, welcomed } from "./support/joined.ts";
import { open } from "./support/organisation.ts";
import { type Recruiter, signIn } from "./support/recruiter.ts";
import { signedAt } from "./support/token.ts";
import { type World, world } from "./support/world.ts";

const YEARS = 3 * 365 * 86_400_000;
const PURPOSES = ["confirm", "unsubscribe", "preferences"] as const;
type Purpose = (typeof PURPOSES)[number];

let here: World;
let ana: Recruiter;
/** Ada's links of her campaign mail, and the one that asks Bea to confirm, who has not. */
let ada: Record<"unsubscribe" | "preferences", string>;
let bea: string;
let subject: string;
beforeAll(async () => {
  here = await world();
  ana = await signIn(here, "ana");
  await open(ana);
  const welcome = await welcomed(here, { name: "Ada Lovelace", email: "ada@example.org" });
  ada = { unsubscribe: linkOf(welcome, "unsubscribe"), preferences: linkOf(welcome, "preferences") };
  subject = (await personNamed(ana, "Ada Lovelace")).candidateId;
  await signUp(here, { name: "Bea Waits", email: "bea@example.org" });
  bea = linkOf(await mail(here, "bea@example.org", /confirm/), "confirm");
  await here.clock.moveTo(here.clock.ms() + 5000);
});
afterAll(() => here.end());

const sign = (purpose: Token.Purpose, at = here.clock.ms()) =>
  signedAt(at, purpose, { subject, ref: "evt_1 job_news" });
const claims = () => ({ sub: subject, iat: 1_700_000_000, exp: 9_000_000_000 });
const another = (purpose: Purpose, by: number) =>
  PURPOSES[(PURPOSES.indexOf(purpose) + by) % PURPOSES.length] ?? "form";

/** Tokens that open nothing, by what is wrong with them. */
const forged: Record<string, (purpose: Purpose) => Promise<string>> = {
  "no token": async () => "x",
  "dots only": async () => "...",
  unsigned: async () => new UnsecuredJWT(claims()).encode(),
  "signed by somebody else": async () =>
    new SignJWT(claims()).setProtectedHeader({ alg: "HS256" }).sign(Buffer.alloc(48, "theirs")),
  "for another thing": async (purpose) => sign(another(purpose, 1)),
  "for yet another thing": async (purpose) => sign(another(purpose, 2)),
  "for a form": async () => sign("form"),
  "made for somebody else": async (purpose) => {
    const [head, , signature] = (await sign(purpose)).split(".");
    const body = Buffer.from(JSON.stringify({ ...claims(), sub: "cnd_0" })).toString("base64url");
    return [head, body, signature].join(".");
  },
  "cut short": async (purpose) => (await sign(purpose)).slice(0, -4),
  "far too long": async (purpose) => `${await sign(purpose)}${"x".repeat(3000)}`,
};

const accept = { accept: "application/json" };

/** What the button behind each link sends. */
const BUTTONS = { confirm: "", unsubscribe: "List-Unsubscribe=One-Click", preferences: "action=save" };

/** Looks behind a link and presses its button; each must be refused, in words for people and in fields for programs. */
async function expectRefused(purpose: Purpose, token: string, code: RegExp): Promise<void> {
  const path = `/${purpose}/${token}`;
  for (const init of [{}, { method: "POST", body: new URLSearchParams(BUTTONS[purpose]) }]) {
    const page = await harmless(here, path, init);
    expect(page).toMatchObject({ status: 400, type: "text/html; charset=utf-8" });
    expect(page.text).toContain("Nothing was");
    const problem = await harmless(here, path, { ...init, headers: accept });
    expect(problem).toMatchObject({ status: 400, type: "application/problem+json" });
    expect(problemOf(problem)).toMatchObject({ code: expect.stringMatching(code), fields: ["token"] });
  }
}

describe.each(PURPOSES)("the link to %s", (purpose) => {
  test.each(Object.entries(forged))("with a token that is %s", async (_, make) => {
    await expectRefused(purpose, await make(purpose), /^(token|input)\.invalid$/);
  });

  test("when it has expired: refused, but leaving works for ever", async () => {
    const token = await sign(purpose, here.clock.ms() - YEARS);
    if (purpose !== "unsubscribe") return expectRefused(purpose, token, /^token\.expired$/);
    expect((await harmless(here, `/unsubscribe/${token}`)).status).toBe(200);
  });
});

test("methods that do not exist, and addresses that lead nowhere", async () => {
  const paths = ["/join", new URL(bea).pathname, ...Object.values(ada).map((url) => new URL(url).pathname)];
  for (const path of paths)
    for (const method of ["PUT", "PATCH", "DELETE"]) {
      const answer = await harmless(here, path, { method, headers: accept });
      expect({ status: answer.status, code: problemOf(answer).code }).toEqual({
        ...{ status: 405, code: "method.unsupported" },
      });
    }
  for (const path of [
    "/join/frm_none",
    "/join/a/b",
    "/join/%00",
    "/confirm",
    "/confirm/a/b",
    "/preferences/",
  ])
    expect((await harmless(here, path)).status, path).toBe(404);
});

test("paths in broken percent encoding, and longer than the gateway takes", async () => {
  for (const path of ["/confirm/%zz", "/join/%E0%A4", "/unsubscribe/%ff", "/preferences/%"])
    expect((await harmless(here, path)).status, path).toBe(400);
  expect((await harmless(here, `/confirm/${"x".repeat(11_000)}`)).status).toBe(431);
  await expectRefused("confirm", "%0d%0aSet-Cookie:x", /^token\.invalid$/);
});

const fieldsOf = (answer: Answer) => ({ status: answer.status, fields: problemOf(answer).fields });

test("a confirmation with more in it than the button sends does not confirm", async () => {
  const { pathname } = new URL(bea);
  for (const [body, field] of [
    ['{"admin":true}', "admin"],
    ['{"__proto__":{"admin":true}}', "__proto__"],
    ["[]", "body"],
    ["{", "body"],
  ] as const)
    expect(fieldsOf(await harmlessJson(here, pathname, body))).toEqual({ status: 400, fields: [field] });
  const page = await harmless(here, pathname, {
    method: "POST",
    body: new URLSearchParams({ admin: "yes" }),
  });
  expect({ status: page.status, said: page.text.includes("“admin”") }).toEqual({ status: 400, said: true });
});

test("settings that make no sense are refused by field, and nothing is switched", async () => {
  const { pathname } = new URL(ada.preferences);
  const save = '"action":"save","jobNews":false';
  for (const [body, field] of [
    ["{}", "action"],
    ['{"action":"destroy"}', "action"],
    ['{"action":["erase-confirm"]}', "action"],
    [`{${save}}`, "tracking"],
    [`{${save},"tracking":"perhaps"}`, "tracking"],
    [`{${save},"tracking":[true]}`, "tracking"],
    [`{${save},"tracking":true,"candidateId":"cnd_0"}`, "candidateId"],
    [`{${save},"tracking":true,"__proto__":{}}`, "__proto__"],
    ['{"action":"erase-confirm","force":1}', "force"],
    ["[]", "body"],
  ] as const)
    expect(fieldsOf(await harmlessJson(here, pathname, body)), body).toEqual({
      status: 400,
      fields: [field],
    });
  const sent = new URLSearchParams({ action: "save", jobNews: "perhaps" });
  const page = await harmless(here, pathname, { method: "POST", body: sent });
  expect({ status: page.status, said: page.text.includes("“jobNews”") }).toEqual({ status: 400, said: true });
});

test("links of somebody who was erased lead to nobody", async () => {
  const cleo = { name: "Cleo Gone", email: "cleo@example.org" };
  await signUp(here, cleo);
  const confirming = new URL(linkOf(await mail(here, cleo.email, /confirm/), "confirm")).pathname;
  const { preferences } = (await (await confirm(here, cleo.email)).json()) as { preferences: string };
  const welcome = await mail(here, cleo.email, /Welcome/);
  const leaving = new URL(linkOf(welcome, "unsubscribe")).pathname;
  const erase = { method: "POST", body: new URLSearchParams({ action: "erase-confirm" }) };
  await fetch(new URL(preferences, here.siteUrl), erase);
  await here.clock.moveTo(here.clock.ms() + 5000);
  const before = await figures(ana);

  const again = await harmless(here, confirming, { method: "POST", headers: accept });
  expect({ status: again.status, code: problemOf(again).code }).toEqual({ status: 400, code: "token.gone" });
  expect((await harmless(here, confirming)).text).toContain("This link no longer works");
  for (const path of [leaving, preferences])
    for (const init of [{}, erase]) expect((await harmless(here, path, init)).status).toBe(200);
  await here.clock.settled();
  expect(await figures(ana)).toEqual(before);
});

test("after all that Bea confirms, and Ada is where she was", async () => {
  expect(await personNamed(ana, "Ada Lovelace")).toMatchObject({
    mayWrite: { answer: "yes", tracking: false },
  });
  expect((await confirm(here, "bea@example.org")).status).toBe(200);
});
