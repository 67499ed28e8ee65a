import { beforeAll, describe, expect, test } from "vitest";
import { routes as gateway } from "../../infra/http.ts";
import { permissionsOf, permits, Role } from "../../packages/core/team/index.ts";
import { handler } from "../../packages/functions/api/index.ts";
import { routes } from "../../packages/functions/api/routes.ts";
import { type Belongings, belongings, filledIn } from "../attack/workspace.ts";
import { writesOf } from "../attack/writes.ts";
import { bucket } from "../core/support/bucket.ts";
import { furnish } from "../core/support/people.ts";
import { table } from "../core/support/table.ts";
import { quiet } from "./support/log.ts";
import { ask, claimsOf, request, sending } from "./support/request.ts";
import { samples } from "./support/samples.ts";

quiet();
const here = table();
bucket(here);

type Whose = "own" | "another's" | "missing";
const WHOSE: readonly Whose[] = ["own", "another's", "missing"];
/** What only who made it may change: everything else is the whole team's. */
const PERSONAL = ["/v1/candidates/{candidateId}/notes/{noteId}/removal"];

let theirs: Belongings;
let own: Record<Role, Belongings>;
let nth = 0;
const made = (sub: string) => belongings(here, sub, `matrix-${nth++}@example.org`);
beforeAll(async () => {
  await furnish();
  theirs = await made("sub-somebody");
  own = {
    admin: await made("sub-admin"),
    recruiter: await made("sub-recruiter"),
    viewer: await made("sub-viewer"),
  };
});

const idsOf = (whose: Whose, role: Role): Readonly<Record<string, string>> | undefined =>
  ({ own: own[role], "another's": theirs, missing: undefined })[whose];

async function call({ method, path, filled, body }: (typeof samples)[number], role: Role, whose: Whose) {
  const ids = idsOf(whose, role);
  const to = ids ? filledIn(path, ids) : filled;
  const sent = { params: { proxy: to.slice(4) }, claims: claimsOf(role) };
  const { answer, writes } = await writesOf(() =>
    ask(handler, body ? sending(method, to, body, sent) : request(method, to, sent)),
  );
  const { instance: _, trace: __, ...said } = answer.status >= 400 ? answer.json() : {};
  return { status: answer.status, writes, said };
}

describe.each(Role.options)("as %s", (role) => {
  test.each(samples)("$method $path, one's own, another's, and what is missing", async (sample) => {
    const { permission, named, path, method } = sample;
    const may = permission === "none" || permits(role, permission);
    const answers = new Map<Whose, Awaited<ReturnType<typeof call>>>();
    for (const whose of named ? WHOSE : WHOSE.slice(0, 1))
      answers.set(whose, await call(sample, role, whose));
    const [mine, others, missing] = WHOSE.map((whose) => answers.get(whose));
    for (const one of answers.values()) {
      expect(one.status).toBeLessThan(500);
      if (one.status >= 400 || method === "GET")
        expect(one.writes.length <= (path === "/v1/me" ? 1 : 0)).toBe(true);
    }
    if (!may) {
      // Not even whether it is there.
      expect(mine).toMatchObject({ status: 403, said: { code: "permission.missing" } });
      if (named) expect([others, missing]).toEqual([mine, mine]);
      return;
    }
    expect([mine?.status, missing?.status]).not.toContain(403);
    if (named) expect(missing?.status).toBe(404);
    expect(others?.status === 403).toBe(PERSONAL.includes(path));
  });
});

const twice = samples.filter(({ path, method }) => method !== "GET" && path.split("{").length > 2);

test.each(twice)("$method $path, of one's own person but another's thing, is not there", async (sample) => {
  const [first = ""] = /(?<=\{)\w+/.exec(sample.path) ?? [];
  const mixed = filledIn(sample.path, { ...theirs, [first]: own.admin[first as keyof Belongings] });
  const sent = { params: { proxy: mixed.slice(4) }, claims: claimsOf("admin") };
  const { answer, writes } = await writesOf(() =>
    ask(handler, sending(sample.method, mixed, sample.body, sent)),
  );
  expect({ status: answer.status, writes }).toEqual({ status: 404, writes: [] });
});

const guarded = routes.filter(({ permission }) => permission !== "none");

test("every route states a permission that some role has; what needs none is named here", () => {
  const granted = new Set(Role.options.flatMap((role) => [...permissionsOf(role)]));
  for (const { permission } of guarded) expect(granted).toContain(permission);
  expect(routes.filter(({ permission }) => permission === "none").map(({ path }) => path)).toEqual([
    "/v1/me",
  ]);
});

test("what writes needs more than to look, and what only looks is not for everybody to change", () => {
  const looking = new Set<string>(permissionsOf("viewer"));
  const looks = guarded.filter(({ method, permission }) => method !== "GET" && looking.has(permission));
  expect(looks.map(({ path }) => path).sort()).toEqual([
    "/v1/campaigns/{campaignId}/dry-run",
    "/v1/candidate-searches",
    "/v1/segment-previews",
    "/v1/template-previews",
  ]);
});

test("at the gateway nothing of the API is open but its description", () => {
  const open = gateway.filter(({ auth, function: name }) => auth === "none" && name === "api");
  expect(open.map(({ route }) => route)).toEqual(["GET /v1/openapi.json"]);
});
