import { afterEach, expect, test, vi } from "vitest";
import { web } from "../../infra/web.ts";
import { http, type Request } from "../../packages/functions/adapter/http.ts";
import { fault, problem } from "../../packages/functions/adapter/problem.ts";
import { quiet } from "./support/log.ts";
import { ask, request } from "./support/request.ts";

quiet();
const run = vi.fn(async (_: Request) => ({ status: 200, body: "" }));
const handler = http({
  routes: [{ method: "GET", path: "/join", run }],
  limit: 1000,
  actor: () => ({ kind: "visitor" }),
  refuse: problem,
  fail: fault,
});
const statusOf = async (headers: Record<string, string>) =>
  (await ask(handler, request("GET", "/join", { headers }))).status;

afterEach(() => {
  vi.unstubAllEnvs();
  run.mockClear();
});

test("where nothing stands before the function, it answers everybody", async () => {
  expect(await statusOf({})).toBe(200);
});

test.each([
  ["without a header", {}],
  ["with another secret", { [web.originHeader]: "guessed" }],
  ["with an empty one", { [web.originHeader]: "" }],
  ["with the secret in another header", { "x-origin": "known to CloudFront" }],
])("who walks around CloudFront, %s, is refused before anything is read", async (_, headers) => {
  vi.stubEnv("PERENNIAL_ORIGIN_SECRET", "known to CloudFront");
  expect(await statusOf(headers)).toBe(403);
  expect(run).not.toHaveBeenCalled();
});

test("who comes through CloudFront is answered", async () => {
  vi.stubEnv("PERENNIAL_ORIGIN_SECRET", "known to CloudFront");
  expect(await statusOf({ [web.originHeader]: "known to CloudFront" })).toBe(200);
});

test("what CloudFront sends next is accepted before it does, and nothing else besides", async () => {
  vi.stubEnv("PERENNIAL_ORIGIN_SECRET", "known to CloudFront");
  vi.stubEnv("PERENNIAL_ORIGIN_SECRET_NEXT", "its next");
  const answers = ["known to CloudFront", "its next", "its last", "known to CloudFront its next", ""].map(
    (value) => statusOf({ [web.originHeader]: value }),
  );
  expect(await Promise.all(answers)).toEqual([200, 200, 403, 403, 403]);
});

test("a secret that is empty lets nobody in", async () => {
  vi.stubEnv("PERENNIAL_ORIGIN_SECRET", "");
  expect(await statusOf({ [web.originHeader]: "" })).toBe(403);
  expect(await statusOf({})).toBe(403);
});
