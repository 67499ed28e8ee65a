import fc from "fast-check";
import { UnsecuredJWT } from "jose";
import { beforeAll, describe, expect, test } from "vitest";
import { COMMUNITY } from "../../packages/core/form/index.ts";
import { newId } from "../../packages/core/id.ts";
import { Token } from "../../packages/core/token/index.ts";
import { handler } from "../../packages/functions/public/index.ts";
import { routes } from "../../packages/functions/public/routes.ts";
import { anything } from "../attack/arbitrary.ts";
import { connections } from "../attack/sockets.ts";
import { WORDS } from "../attack/words.ts";
import { writesOf } from "../attack/writes.ts";
import { furnish, invited, member, settings } from "../core/support/people.ts";
import { table } from "../core/support/table.ts";
import { quiet } from "./support/log.ts";
import { ask, request } from "./support/request.ts";

quiet();
const here = table();
const PURPOSES = ["confirm", "unsubscribe", "preferences", "form"] as const;
type Purpose = (typeof PURPOSES)[number];
let tokens: Readonly<Record<Purpose, string>>;
beforeAll(async () => {
  await furnish();
  const subject = await member(here, "ada@example.org");
  tokens = {
    confirm: await invited(subject),
    unsubscribe: await Token.sign("unsubscribe", { subject, ref: newId("msg") }),
    preferences: await Token.sign("preferences", { subject }),
    form: await Token.sign("form", { subject: COMMUNITY }),
  };
});

/** What each path lets its token do: a route that is new has to be named here. */
const OPENS: Readonly<Record<string, Purpose>> = {
  "/confirm/{token}": "confirm",
  "/unsubscribe/{token}": "unsubscribe",
  "/preferences/{token}": "preferences",
};
/** What the button behind each link sends. */
const PRESSES: Readonly<Record<string, string>> = {
  "/confirm/{token}": "{}",
  "/preferences/{token}": JSON.stringify({ action: "save", jobNews: true, tracking: false }),
};
const WITHOUT_TOKEN = ["/join", "/join/{formId}"];
const paths = [...new Set(routes.map(({ path }) => path))];
const filled = (path: string, token: string) =>
  path.replace("{token}", token).replace("{formId}", encodeURIComponent(token) || "-");
const TYPES = [
  "application/json",
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=x",
  "text/plain",
];
const ACCEPTS = ["text/html", "application/json", "*/*", ""];
/** Headers by which somebody might say who or where she is. CloudFront passes on none of them. */
const CLAIMS = [
  "host",
  "x-forwarded-host",
  "x-forwarded-proto",
  "forwarded",
  "origin",
  "referer",
  "x-original-url",
  "authorization",
  "cookie",
];

test("every public route is known to need a token of one purpose, or none", () =>
  expect([...Object.keys(OPENS), ...WITHOUT_TOKEN].sort()).toEqual([...paths].sort()));

const OWN = [settings.privacyUrl, settings.imprintUrl, `mailto:${settings.privacyEmail}`];

/** Nothing on a page, and no header, leads anywhere but to our own paths and to what the organisation named. */
function expectStaysHere(headers: Readonly<Record<string, unknown>>, body: string): void {
  for (const name of ["location", "refresh", "set-cookie", "access-control-allow-origin"])
    expect(headers).not.toHaveProperty(name);
  expect(body).not.toMatch(/http-equiv\s*=\s*"?refresh/i);
  const html = String(headers["content-type"]).startsWith("text/html") ? body : "";
  for (const [, url = ""] of html.matchAll(/\s(?:href|action|formaction|src)="([^"]*)"/gi))
    if (!OWN.includes(url)) expect(url).toMatch(/^(\?|#|\/(?![/\\])|$)/);
  if (html) expect(headers["content-security-policy"]).toContain("default-src 'none'");
}

const word = fc.constantFrom(...WORDS);
const sent = fc.record({
  token: fc.oneof(
    word,
    fc.constantFrom(...PURPOSES).map((purpose) => ({ purpose })),
  ),
  body: fc.oneof(
    word,
    anything.map((value) => JSON.stringify(value)),
    fc.string({ unit: "binary", maxLength: 40 }),
  ),
  type: fc.constantFrom(...TYPES),
  accept: fc.constantFrom(...ACCEPTS),
  claim: fc.constantFrom(...CLAIMS),
  word,
});

describe.each(routes)("$method $path", ({ method, path }) => {
  test("whatever is sent: answered in our words, leading nowhere else, and nothing outside is asked", async () => {
    const made = connections();
    await fc.assert(
      fc.asyncProperty(sent, async ({ token, body, type, accept, claim, word }) => {
        const said = typeof token === "string" ? token.toWellFormed() : tokens[token.purpose];
        const headers = { "content-type": type, accept, [claim]: "evil.example", "accept-language": word };
        const query = { lang: word, step: word, next: "//evil.example", [word]: "https://evil.example" };
        const rest = method === "POST" ? { body } : {};
        const event = request(method, filled(path, encodeURIComponent(said) || "-"), {
          headers,
          query,
          ...rest,
        });
        const { status, headers: answered, body: page } = await ask(handler, event);
        expect([200, 202, 400, 404, 405, 429]).toContain(status);
        expectStaysHere(answered, page);
        expect(page).not.toContain("evil.example/");
      }),
      { numRuns: 12 },
    );
    expect(made).toEqual([]);
  });
});

const reads = routes.filter(({ method }) => method === "GET");

test.each(reads)(
  "$method $path writes nothing, with each token and however it is asked",
  async ({ path }) => {
    for (const method of ["GET", "HEAD"])
      for (const token of [...Object.values(tokens), COMMUNITY])
        for (const accept of ACCEPTS.slice(0, 2))
          for (const step of ["", "sent", "erase", "erase-confirm", "save"]) {
            const event = request(method, filled(path, token), {
              headers: { accept },
              query: { step, action: step },
            });
            const { answer, writes } = await writesOf(() => ask(handler, event));
            expect(answer.status).toBeLessThan(500);
            expect(writes, `${method} ${path}`).toEqual([]);
          }
  },
);

const tokened = routes.filter(({ path }) => path in OPENS);

describe.each(tokened)("$method $path", ({ method, path }) => {
  const json = { accept: "application/json" };
  const body = method === "POST" ? { body: PRESSES[path] ?? "" } : {};
  const open = (token: string, { headers = {}, query = {} } = {}) => {
    const sent = { query, headers: { ...json, "content-type": "application/json", ...headers }, ...body };
    return ask(handler, request(method, filled(path, token), sent));
  };

  test.each(PURPOSES)(
    "of the tokens that we sign, the one to %s opens it only if it is its own",
    async (purpose) => {
      const { answer, writes } = await writesOf(() => open(tokens[purpose]));
      const refused = answer.status === 400 && answer.json().code === "token.invalid";
      expect(refused).toBe(OPENS[path] !== purpose);
      if (refused) expect(writes).toEqual([]);
    },
  );

  test("a token elsewhere than in the address counts for nothing, nor do keys that a token brings", async () => {
    const token = tokens[OPENS[path] ?? "form"];
    const elsewhere = {
      query: { token },
      headers: { authorization: `Bearer ${token}`, cookie: `token=${token}` },
    };
    expect((await open("x", elsewhere)).json()).toMatchObject({ code: "token.invalid" });
    const [, payload = "", signature = ""] = token.split(".");
    for (const header of [
      { alg: "none" },
      { alg: "HS512" },
      { alg: "HS256", crit: ["exp"] },
      { alg: "HS256", jku: "https://evil.example/keys", kid: "../../dev/null" },
      { alg: "HS256", jwk: { kty: "oct", k: "AAAA" } },
    ]) {
      const head = Buffer.from(JSON.stringify(header)).toString("base64url");
      for (const end of ["", signature])
        expect((await open(`${head}.${payload}.${end}`)).json()).toMatchObject({ code: "token.invalid" });
    }
    const unsigned = new UnsecuredJWT({ sub: "cnd_0", iat: 1, exp: 9e9 }).encode();
    expect((await open(unsigned)).json()).toMatchObject({ code: "token.invalid" });
  });
});

test("a form whose name is longer than a key of the table may be is no form, and no fault", async () => {
  for (const method of ["GET", "POST"])
    expect((await ask(handler, request(method, `/join/${"x".repeat(5000)}`))).status).toBe(404);
});
