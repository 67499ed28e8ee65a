import { expect, test } from "vitest";
import { Actor } from "../../packages/core/actor.ts";
import { AppError, type ErrorKind } from "../../packages/core/error.ts";
import { http, type Request } from "../../packages/functions/adapter/http.ts";
import { fault, problem } from "../../packages/functions/adapter/problem.ts";
import { log, quiet } from "./support/log.ts";
import { ask, request, sending } from "./support/request.ts";

quiet();
const reply = (value: unknown) => ({ status: 200, headers: { "x-own": "1" }, body: JSON.stringify(value) });
const SECRET = "ada@example.org could not be read";

const handler = http({
  routes: [
    { method: "GET", path: "/things/{thingId}", run: async ({ params, query }) => reply({ params, query }) },
    { method: "POST", path: "/things", run: async ({ body }: Request) => reply({ body }) },
    { method: "GET", path: "/actor", run: async () => reply(Actor.use()) },
    {
      method: "GET",
      path: "/bug",
      run: async () => {
        throw new TypeError(SECRET);
      },
    },
    {
      method: "GET",
      path: "/refused/{kind}",
      run: async ({ params }) => {
        throw new AppError(params.kind as ErrorKind, "thing.refused", "Not like this", [
          { field: "name", message: "Too long" },
        ]);
      },
    },
  ],
  limit: 1000,
  actor: ({ headers }) => {
    if (headers.cookie === "bad") throw new AppError("unauthenticated", "team.signed_out", "Please sign in");
    return { kind: "visitor" };
  },
  refuse: problem,
  fail: fault,
});
const get = (path: string, headers: Record<string, string> = {}) =>
  ask(handler, request("GET", path, { headers }));

test("a route gets its path parameters and query", async () => {
  const { status, json } = await ask(handler, request("GET", "/things/7", { query: { page: "2" } }));
  expect({ status, body: json() }).toEqual({
    status: 200,
    body: { params: { thingId: "7" }, query: { page: "2" } },
  });
});

test("HEAD is answered like GET, without the body", async () => {
  const [got, head] = [await get("/things/7"), await ask(handler, request("HEAD", "/things/7"))];
  expect({ ...head, headers: Object.keys(head.headers).sort() }).toMatchObject({
    status: got.status,
    body: "",
    headers: Object.keys(got.headers).sort(),
  });
  expect((await ask(handler, request("HEAD", "/nowhere"))).status).toBe(404);
});

test("what is no route is missing", async () => {
  for (const [method, path] of [
    ["GET", "/nowhere"],
    ["GET", "/things/7/parts"],
    ["POST", "/"],
  ] as const) {
    const { status, headers, json } = await ask(handler, request(method, path));
    expect({ status, type: headers["content-type"], code: json().code }).toEqual({
      status: 404,
      type: "application/problem+json",
      code: "route.missing",
    });
  }
});

test("a method that an address does not take is refused with those it takes", async () => {
  for (const [method, path, allow] of [
    ["DELETE", "/things", "POST"],
    ["GET", "/things", "POST"],
    ["OPTIONS", "/bug", "GET, HEAD"],
  ] as const) {
    const { status, headers, json } = await ask(handler, request(method, path));
    expect({ status, allow: headers.allow, code: json().code }).toEqual({
      status: 405,
      allow,
      code: "method.unsupported",
    });
  }
});

test.each([
  ["invalid", 400],
  ["unauthenticated", 401],
  ["forbidden", 403],
  ["missing", 404],
  ["conflict", 409],
  ["blocked", 422],
  ["limited", 429],
])(
  "a refusal of kind %s is a %i with its code, its fields, and the ids to ask for it by",
  async (kind, status) => {
    const answer = await get(`/refused/${kind}`);
    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject({
      "content-type": "application/problem+json",
      "cache-control": "no-store",
    });
    expect(answer.json()).toMatchObject({
      status,
      code: "thing.refused",
      type: "urn:perennial:problem:thing.refused",
      detail: "Not like this",
      problems: [{ field: "name", message: "Too long" }],
      title: expect.any(String),
      instance: expect.any(String),
      trace: expect.stringMatching(/^trc_/),
    });
  },
);

test("a bug is a 500 that says nothing of its inside", async () => {
  const { status, body, json } = await get("/bug");
  expect(status).toBe(500);
  expect(json()).toMatchObject({ code: "internal", problems: [] });
  expect(body).not.toMatch(/TypeError|ada@|node_modules|\.ts/);
});

test("who may not come in is refused before the route runs", async () => {
  expect(await get("/bug", { cookie: "bad" })).toMatchObject({ status: 401 });
});

test("the log says which route and what became of it, never what was in the path, query, body or fault", async () => {
  const written = log();
  await ask(handler, request("GET", "/things/ada-lovelace", { query: { email: "ada@example.org" } }));
  await ask(handler, sending("POST", "/things", { name: "Ada Lovelace" }));
  await get("/bug");
  await get("/no/ada-lovelace");
  expect(written()).toContain("/things/{thingId}");
  expect(written()).toContain("TypeError");
  expect(written()).not.toMatch(/lovelace|example\.org|192\.0\.2/i);
});

test("one trace goes from the request to everything it does, and back in the answer", async () => {
  const trace = `trc_${"a".repeat(26)}`;
  const { headers, json } = await get("/actor", { "x-perennial-trace": trace });
  expect(headers["x-perennial-trace"]).toBe(trace);
  expect(json()).toEqual({ kind: "visitor", trace });
});

test("a trace that is not one of ours is not taken over: it would reach logs and the tags of mails", async () => {
  for (const made of ["ada@example.org", "x".repeat(5000), "trc_", `trc_${"a".repeat(26)}\r\nx: y`, ""]) {
    const { headers } = await get("/actor", { "x-perennial-trace": made });
    expect(headers["x-perennial-trace"]).toMatch(/^trc_[0-9a-z]{26}$/);
  }
});

test("two requests at once never share who acts", async () => {
  const traces = Array.from({ length: 20 }, (_, index) => `trc_${String(index).padStart(26, "0")}`);
  const answers = await Promise.all(traces.map((trace) => get("/actor", { "x-perennial-trace": trace })));
  expect(answers.map(({ json }) => json().trace)).toEqual(traces);
});
