import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { auth, routes } from "../../infra/index.ts";
import { createEdge, createGateway, type HttpEvent } from "../../packages/local/http/index.ts";
import { type Loopback, listen } from "../../packages/local/loopback.ts";

const { publicKey, privateKey } = await generateKeyPair("RS256");
let dir: string;
let jwks: Loopback;
let edge: Loopback;
let seen: { name: string; event: HttpEvent }[];
let result: unknown;
const journal: string[] = [];

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "http-"));
  await mkdir(join(dir, "assets"));
  await writeFile(
    join(dir, "index.html"),
    `<!doctype html><html><body class="a"><div id="app"></div></body></html>`,
  );
  await writeFile(join(dir, "assets", "app-1a2b.js"), `// ${"x".repeat(2000)}`);
  const key = { ...(await exportJWK(publicKey)), alg: "RS256", kid: "k" };
  jwks = await listen((_request, response) => response.end(JSON.stringify({ keys: [key] })));
  const gateway = createGateway({
    routes,
    invoke: async (name, event) => {
      seen.push({ name, event });
      if (result instanceof Error) throw result;
      return result;
    },
    jwt: { issuer: "http://127.0.0.1/oidc", audience: auth.clientId, jwksUri: jwks.origin },
    clock: { ms: () => 1_700_000_000_000 },
    journal: { note: ({ what }) => void journal.push(what) },
  });
  const banner = { inbox: "http://127.0.0.1:4401/inbox", console: "http://127.0.0.1:4401/" };
  edge = await listen(createEdge({ gateway, webRoot: dir, banner, issuer: "http://127.0.0.1:4401/oidc" }));
});
beforeEach(() => {
  seen = [];
  result = { statusCode: 200, body: "ok" };
});
afterAll(async () => {
  await edge.close();
  await jwks.close();
  await rm(dir, { recursive: true });
});

const get = (path: string, init: RequestInit = {}) =>
  fetch(`${edge.origin}${path}`, { redirect: "manual", ...init });
const last = () => seen.at(-1)?.event;
const navigate = { headers: { accept: "text/html" } };

test("a form post arrives as an HTTP API hands it over", async () => {
  const body = new URLSearchParams({ name: "Ada" });
  const answer = await get("/join/a%20b/c?x=1&x=2&y=%C3%BC", {
    method: "POST",
    body,
    headers: { cookie: "a=1; b=2", "x-perennial-trace": "trc_forged", "X-Two": "1" },
  });
  const event = last();
  expect(event).toMatchObject({
    version: "2.0",
    routeKey: "ANY /join/{proxy+}",
    rawPath: "/join/a b/c",
    rawQueryString: "x=1&x=2&y=%C3%BC",
    cookies: ["a=1", "b=2"],
    queryStringParameters: { x: "1,2", y: "ü" },
    pathParameters: { proxy: "a b/c" },
    body: Buffer.from("name=Ada").toString("base64"),
    isBase64Encoded: true,
  });
  expect(event?.headers).not.toHaveProperty("cookie");
  expect(event?.headers["x-amzn-trace-id"]).toMatch(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$/);
  expect(event?.requestContext).toMatchObject({
    http: { method: "POST", sourceIp: "127.0.0.1" },
    stage: "$default",
  });
  expect(event?.requestContext.time).toBe("14/Nov/2023:22:13:20 +0000");
  const trace = answer.headers.get("x-perennial-trace");
  expect(trace).toMatch(/^trc_[0-9a-z]{26}$/);
  expect(event?.headers["x-perennial-trace"]).toBe(trace);
  expect(journal.at(-1)).toBe("POST /join/{proxy+}");
});

test("JSON is text, multipart and what has no type is base64", async () => {
  await get("/join", {
    method: "POST",
    body: "{}",
    headers: { "content-type": "application/json; charset=utf-8" },
  });
  expect(last()).toMatchObject({ body: "{}", isBase64Encoded: false });
  const form = new FormData();
  form.set("a", "b");
  await get("/join", { method: "POST", body: form });
  expect(last()?.isBase64Encoded).toBe(true);
  await get("/join", { method: "POST", body: new Uint8Array([1]) });
  expect(last()?.isBase64Encoded).toBe(true);
});

test("the most specific route wins", async () => {
  await get("/v1/openapi.json");
  expect(last()?.routeKey).toBe("GET /v1/openapi.json");
  await get("/confirm/abc");
  expect(last()).toMatchObject({ routeKey: "ANY /confirm/{token}", pathParameters: { token: "abc" } });
  for (const path of ["/confirm", "/confirm/", "/confirm/a/b", "/v1"]) {
    const answer = await get(path);
    expect([answer.status, await answer.text()]).toEqual([404, '{"message":"Not Found"}']);
  }
});

const sign = (claims: Record<string, unknown>, key = privateKey) =>
  new SignJWT({ client_id: auth.clientId, "cognito:groups": ["admin", "viewer"], ...claims })
    .setProtectedHeader({ alg: "RS256", kid: "k" })
    .setIssuer("http://127.0.0.1/oidc")
    .setExpirationTime(typeof claims.exp === "number" ? claims.exp : "1h")
    .sign(key);
const call = (token: string) => get("/v1/people", { headers: { authorization: `Bearer ${token}` } });

test("the authorizer lets a recruiter in and hands her claims over as text", async () => {
  expect((await call(await sign({}))).status).toBe(200);
  expect(last()?.requestContext).toMatchObject({
    authorizer: {
      jwt: { claims: { client_id: auth.clientId, "cognito:groups": "[admin viewer]" }, scopes: null },
    },
  });
  expect((await call(await sign({ aud: auth.clientId }))).status).toBe(200);
});

test("every other token is refused before the function runs", async () => {
  const other = await generateKeyPair("RS256");
  const tokens = [
    "",
    "nonsense",
    await sign({ client_id: "other" }),
    await sign({ aud: "other" }),
    await sign({ exp: 1 }),
    await sign({}, other.privateKey),
    `${Buffer.from('{"alg":"none"}').toString("base64url")}.${Buffer.from("{}").toString("base64url")}.`,
  ];
  for (const token of tokens) {
    const answer = await call(token);
    expect([answer.status, await answer.text()]).toEqual([401, '{"message":"Unauthorized"}']);
  }
  expect(seen).toEqual([]);
});

test("a function's result is read as payload format 2.0", async () => {
  result = { hello: "world" };
  const inferred = await get("/join");
  expect([inferred.headers.get("content-type"), await inferred.json()]).toEqual(["application/json", result]);
  const headers = { Location: "/join/sent" };
  result = { statusCode: 303, headers, cookies: ["a=1", "b=2"], body: "AQI=", isBase64Encoded: true };
  const answer = await get("/join");
  expect(answer.status).toBe(303);
  expect(answer.headers.get("location")).toBe("/join/sent");
  expect(answer.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  expect(await answer.bytes()).toEqual(new Uint8Array([1, 2]));
});

test.each([
  ["throws", new Error("boom")],
  ["answers a wrong status", { statusCode: "none" }],
  ["answers an illegal header", { statusCode: 200, headers: { "x-a": "a\r\nb: c" } }],
])("a handler that %s is a 500 that says nothing", async (_what, given) => {
  result = given;
  const answer = await get("/join");
  expect([answer.status, await answer.text()]).toEqual([500, '{"message":"Internal Server Error"}']);
});

test("what is too large is refused in API Gateway's words", async () => {
  for (const size of [11, 7]) {
    const answer = await get("/join", { method: "POST", body: "x".repeat(size * 1024 * 1024) });
    expect([answer.status, await answer.text()]).toEqual([413, '{"message":"Request Entity Too Large"}']);
  }
  expect((await get("/join", { headers: { "x-big": "x".repeat(11_000) } })).status).toBe(431);
  expect(seen).toEqual([]);
});

/** Sends bytes no client library would, answers the status line. */
function rawly(text: string) {
  return new Promise<string>((resolve, reject) => {
    const socket = connect(edge.port, "127.0.0.1", () => socket.write(text));
    let got = "";
    socket.on("data", (data) => {
      got += data;
    });
    socket.on("close", () => resolve(got.split("\r\n")[0] ?? ""));
    socket.on("error", reject);
  });
}
const request = (target: string, more = "") =>
  `GET ${target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${more}\r\n`;

test("hostile requests are refused or harmless, and the next one is served", async () => {
  expect(await rawly(request("/join/%E0%A4%A"))).toBe("HTTP/1.1 400 Bad Request");
  expect(await rawly(request("/%zz"))).toBe("HTTP/1.1 400 Bad Request");
  expect(await rawly(request("http://evil.example/join"))).toBe("HTTP/1.1 400 Bad Request");
  expect(await rawly(request("*"))).toBe("HTTP/1.1 400 Bad Request");
  expect(await rawly(request("/../../../../etc/passwd"))).toBe("HTTP/1.1 404 Not Found");
  expect(await rawly(request("/assets/..%2f..%2fetc%2fpasswd"))).toBe("HTTP/1.1 404 Not Found");
  expect(await rawly(request("//evil.example/"))).toBe("HTTP/1.1 404 Not Found");
  expect(await rawly("nonsense\r\n\r\n")).toBe("HTTP/1.1 400 Bad Request");
  expect(await rawly(request("/join?__proto__=1", "__proto__: x\r\n"))).toBe("HTTP/1.1 200 OK");
  expect(last()?.queryStringParameters).toEqual({ ["__proto__"]: "1" });
  expect((await get("/join")).status).toBe(200);
});

test("the web app: hashed files for ever, its page for a navigation, 404 for the rest", async () => {
  const asset = await get("/assets/app-1a2b.js", { headers: { "accept-encoding": "br" } });
  expect(asset.headers.get("cache-control")).toContain("immutable");
  expect(asset.headers.get("content-encoding")).toBe("br");
  expect(await asset.text()).toMatch(/^\/\/ x+$/);
  const etag = asset.headers.get("etag") ?? "";
  expect((await get("/assets/app-1a2b.js", { headers: { "if-none-match": etag } })).status).toBe(304);
  const page = await get("/people/cnd_1", navigate);
  expect(page.headers.get("cache-control")).toBe("no-cache");
  expect(page.headers.get("content-security-policy")).toContain("connect-src 'self' http://127.0.0.1:4401;");
  expect(await page.text()).toContain("no mail leaves it");
  expect((await get("/assets/gone.js", { headers: { accept: "*/*" } })).status).toBe(404);
  expect((await get("/people", { method: "POST" })).status).toBe(405);
});

test("candidate pages keep their own policy, opened just enough for the banner", async () => {
  const policy = "default-src 'none'; style-src 'none'; form-action 'self'";
  const headers = { "content-type": "text/html; charset=utf-8", "content-security-policy": policy };
  result = { statusCode: 200, headers, body: "<!doctype html><html><body>Hallo</body></html>" };
  const page = await get("/join");
  expect(page.headers.get("content-security-policy")).toBe(
    "default-src 'none'; form-action 'self'; style-src 'self'",
  );
  expect(await page.text()).toMatch(/<body><aside class="local-banner".*<\/aside>Hallo/);
  expect((await get("/_local/banner.css")).headers.get("content-type")).toBe("text/css");
});

test("a route answers as many at once as its burst; the next is asked to come again, and other routes go on", async () => {
  const route = routes.find((one) => one.route === "GET /v1/openapi.json");
  const burst = route?.throttle.burst ?? 0;
  const { promise, resolve } = Promise.withResolvers<unknown>();
  result = promise;
  const all = Array.from({ length: burst + 1 }, () => get("/v1/openapi.json"));
  const refused = await Promise.race(all);
  expect(refused.status).toBe(429);
  expect(refused.headers.get("retry-after")).toBe("1");
  expect(await refused.json()).toEqual({ message: "Too Many Requests" });
  result = { statusCode: 200, body: "ok" };
  expect((await get("/join")).status).toBe(200);
  resolve(result);
  const statuses = (await Promise.all(all)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(burst);
  expect((await get("/v1/openapi.json")).status).toBe(200);
});
