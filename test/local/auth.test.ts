import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRemoteJWKSet, decodeJwt, jwtVerify } from "jose";
import { afterEach, beforeEach, expect, test } from "vitest";
import { auth as infra } from "../../infra/index.ts";
import { type Auth, startAuth } from "../../packages/local/auth/index.ts";
import { type Loopback, listen } from "../../packages/local/loopback.ts";
import { openStore, type Store } from "../../packages/local/store.ts";

const APP = "http://127.0.0.1:4400";
const CALLBACK = `${APP}${infra.callbackPath}`;
const verifier = randomBytes(32).toString("base64url");
const challenge = createHash("sha256").update(verifier).digest("base64url");

let dir: string;
let store: Store;
let auth: Auth;
let server: Loopback;
let jar: Map<string, string>;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "auth-"));
  store = await openStore(dir);
  server = await listen((request, response) => void auth.handle(request, response));
  auth = await provider();
  jar = new Map();
});
afterEach(async () => {
  await server.close();
  await store.close();
  await rm(dir, { recursive: true });
});

const provider = () =>
  startAuth({
    auth: infra,
    issuer: `${server.origin}/oidc`,
    store,
    redirectUris: [CALLBACK],
    signedOutUris: [`${APP}/`],
  });

/** A browser as far as this needs one: cookies, no automatic redirects. */
async function browse(url: string, init: RequestInit = {}) {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
  const answer = await fetch(new URL(url, server.origin), {
    ...init,
    redirect: "manual",
    headers: { ...init.headers, cookie },
  });
  for (const line of answer.headers.getSetCookie()) {
    const [name = "", value = ""] = (line.split(";")[0] ?? "").split(/=(.*)/s);
    jar.set(name, value);
  }
  return answer;
}
const location = (answer: Response) => answer.headers.get("location") ?? "";

function authorize(more: Record<string, string> = {}) {
  const query = new URLSearchParams({
    client_id: infra.clientId,
    response_type: "code",
    redirect_uri: CALLBACK,
    scope: infra.scopes.join(" "),
    state: "s",
    code_challenge: challenge,
    code_challenge_method: "S256",
    ...more,
  });
  return browse(`/oidc/auth?${query}`);
}
async function signIn(person: string) {
  const page = location(await authorize());
  const html = await (await browse(page)).text();
  expect(html).toContain("On this machine: no mail leaves it");
  const chosen = await browse(page, { method: "POST", body: new URLSearchParams({ person }) });
  const back = new URL(location(await browse(location(chosen))));
  expect(back.href).toContain(CALLBACK);
  return back.searchParams.get("code") ?? "";
}
async function tokens(form: Record<string, string>) {
  const body = new URLSearchParams({ client_id: infra.clientId, ...form });
  const answer = await fetch(`${auth.issuer}/token`, { method: "POST", body, headers: { origin: APP } });
  const json = (await answer.json()) as Partial<
    Record<"access_token" | "id_token" | "refresh_token", string>
  >;
  return { answer, ...json };
}
const exchange = (code: string) =>
  tokens({ grant_type: "authorization_code", code, redirect_uri: CALLBACK, code_verifier: verifier });

test("a person signs in and her tokens look like Cognito's", async () => {
  const { answer, access_token = "", id_token = "" } = await exchange(await signIn("jonas"));
  expect(answer.headers.get("access-control-allow-origin")).toBe(APP);
  const jwks = createRemoteJWKSet(new URL(auth.jwksUri));
  const { payload, protectedHeader } = await jwtVerify(access_token, jwks, { issuer: auth.issuer });
  expect(protectedHeader.alg).toBe("RS256");
  expect(payload).toMatchObject({
    token_use: "access",
    client_id: infra.clientId,
    username: "jonas",
    scope: "openid email profile aws.cognito.signin.user.admin",
    "cognito:groups": ["recruiter"],
  });
  expect(decodeJwt(id_token)).toMatchObject({
    aud: infra.clientId,
    email: "jonas@perennial.example",
    name: "Jonas Weber",
    "cognito:groups": ["recruiter"],
  });
});

test("a restart signs nobody out: refresh token, session and keys are kept", async () => {
  const first = await exchange(await signIn("ana"));
  auth = await provider();
  const again = await tokens({ grant_type: "refresh_token", refresh_token: first.refresh_token ?? "" });
  const jwks = createRemoteJWKSet(new URL(auth.jwksUri));
  await jwtVerify(again.access_token ?? "", jwks, { issuer: auth.issuer });
  await jwtVerify(first.access_token ?? "", jwks, { issuer: auth.issuer });
  expect(location(await authorize({ prompt: "none" }))).toContain("code=");
});

test("PKCE is required, a code is good once, a foreign address is never redirected to", async () => {
  const plain = await authorize({ code_challenge: "", code_challenge_method: "" });
  expect(location(plain)).toContain("error=invalid_request");
  const code = await signIn("mei");
  expect((await exchange(code)).answer.status).toBe(200);
  expect((await exchange(code)).answer.status).toBe(400);
  expect((await authorize({ redirect_uri: "https://elsewhere.example/" })).status).toBe(400);
});

test("signing out ends the session and comes back", async () => {
  const { id_token = "" } = await exchange(await signIn("ana"));
  const query = new URLSearchParams({ id_token_hint: id_token, post_logout_redirect_uri: `${APP}/` });
  const page = await browse(`/oidc/session/end?${query}`);
  const [, xsrf = ""] = /name="xsrf" value="(\w+)"/.exec(await page.text()) ?? [];
  const body = new URLSearchParams({ xsrf, logout: "yes" });
  expect(location(await browse("/oidc/session/end/confirm", { method: "POST", body }))).toBe(`${APP}/`);
  expect(location(await authorize({ prompt: "none" }))).toContain("error=login_required");
});

test("it refuses to be anything but this machine's", async () => {
  const options = { auth: infra, store, redirectUris: [CALLBACK], signedOutUris: [] };
  await expect(startAuth({ ...options, issuer: "https://perennial.example/oidc" })).rejects.toThrow(
    "must not",
  );
});
