import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type * as z from "zod";
import { handler } from "../../packages/functions/api/index.ts";
import { routes } from "../../packages/functions/api/routes.ts";
import { anything, inputsOf } from "../attack/arbitrary.ts";
import { WORDS } from "../attack/words.ts";
import { type Belongings, belongings, filledIn, knownOf } from "../attack/workspace.ts";
import { writesOf } from "../attack/writes.ts";
import { bucket } from "../core/support/bucket.ts";
import { furnish } from "../core/support/people.ts";
import { table } from "../core/support/table.ts";
import { quiet } from "./support/log.ts";
import { ask, claimsOf, request } from "./support/request.ts";

/** How many inputs each route gets; more with `ATTACK=100 npx vitest run test/functions/attack-api.test.ts`. */
const RUNS = Number(process.env.ATTACK ?? 3);
const FEW = Math.ceil(RUNS / 4);

quiet();
const here = table();
bucket(here);
let mine: Belongings;
beforeAll(async () => {
  await furnish();
  mine = await belongings(here, claimsOf("admin").sub, "ada@example.org");
  await send("GET", "/v1/me", {});
});

const text = (value: unknown) => (typeof value === "string" ? value : (JSON.stringify(value) ?? ""));

/** An admin's request with this input: in the query of a GET, in the body of any other. */
function send(method: string, path: string, input: object, raw?: string) {
  const claims = claimsOf("admin");
  const params = { proxy: path.slice(4) };
  if (method === "GET") {
    const query = Object.fromEntries(Object.entries(input).map(([name, value]) => [name, text(value)]));
    return ask(handler, request(method, path, { claims, params, query }));
  }
  const headers = { "content-type": "application/json" };
  const body = raw ?? JSON.stringify(input);
  return ask(handler, request(method, path, { claims, params, headers, body }));
}

/** Whatever was sent: it is done, or refused in our words and without a trace in the table; and reading writes nothing. */
async function expectCalm(method: string, path: string, sent: () => ReturnType<typeof send>): Promise<void> {
  const { answer, writes } = await writesOf(sent);
  const { status, headers, json } = answer;
  expect([200, 201, 400, 404, 405, 409, 422]).toContain(status);
  if (status >= 400) {
    expect(headers["content-type"]).toBe("application/problem+json");
    expect(json().code).toMatch(/^[a-z_]+\.[a-z_]+$/);
  }
  if (status >= 400 || method === "GET") expect(writes, `${status} to ${method} ${path}`).toEqual([]);
  expect(({} as { $ne?: unknown }).$ne).toBeUndefined();
}

const withoutPath = (input: unknown, path: string) =>
  Object.fromEntries(Object.entries(input as object).filter(([name]) => !path.includes(`{${name}}`)));

describe.each(routes)("$method $path", ({ method, path, schema }) => {
  test("takes or refuses what its schema may let through", () =>
    fc.assert(
      fc.asyncProperty(inputsOf(schema as z.ZodType, knownOf(mine)), async (input) => {
        const filled = filledIn(path, mine);
        await expectCalm(method, path, () => send(method, filled, withoutPath(input, path)));
      }),
      { numRuns: method === "GET" ? FEW : RUNS },
    ));

  test("takes or refuses any JSON, any text and any path", () =>
    fc.assert(
      fc.asyncProperty(anything, fc.constantFrom(...WORDS), async (value, word) => {
        const segment = encodeURIComponent(word.toWellFormed().slice(0, 500)) || "-";
        const odd = filledIn(path, Object.fromEntries(Object.keys(mine).map((name) => [name, segment])));
        await expectCalm(method, path, () => send(method, odd, { [word]: value }));
        await expectCalm(method, path, () => send(method, filledIn(path, mine), {}, JSON.stringify(value)));
        await expectCalm(method, path, () => send(method, filledIn(path, mine), {}, word));
      }),
      { numRuns: FEW },
    ));
});
