import { beforeAll, describe, expect, test } from "vitest";
import { permits, Role } from "../../packages/core/team/index.ts";
import { handler } from "../../packages/functions/api/index.ts";
import { routes } from "../../packages/functions/api/routes.ts";
import { as, furnish } from "../core/support/people.ts";
import { table } from "../core/support/table.ts";
import { quiet } from "./support/log.ts";
import { ask, claimsOf, request, sending } from "./support/request.ts";
import { samples } from "./support/samples.ts";

quiet();
const here = table();
beforeAll(furnish);

type Sample = (typeof samples)[number];

/** One request as the gateway passes it on: through its own route `{proxy+}`, with the claims it verified. */
function call({ method, filled, body }: Sample, claims?: Readonly<Record<string, string>>) {
  const sent = { params: { proxy: filled.slice(4) }, ...(claims ? { claims } : {}) };
  return ask(handler, body ? sending(method, filled, body, sent) : request(method, filled, sent));
}

describe.each(Role.options)("as %s", (role) => {
  test.each(samples)("$method $path needs $permission", async (sample) => {
    const { permission, status: success, named } = sample;
    const { status, json } = await call(sample, claimsOf(role));
    if (permission !== "none" && !permits(role, permission)) {
      expect({ status, code: json().code }).toEqual({ status: 403, code: "permission.missing" });
      expect(json().detail).toContain(permission);
    } else if (named) expect(status).toBe(404);
    else expect([success, 409]).toContain(status);
  });
});

const guarded = samples.filter(({ permission }) => permission !== "none");

test.each(guarded)("$method $path asks for $permission itself, whoever calls it", async (sample) => {
  const { method, path, permission, filled, body } = sample;
  const route = routes.find((one) => one.method === method && one.path === path);
  const parts = filled.split("/");
  const named = path.split("/").map((part, at) => [part.replace(/^{|}$/g, ""), parts[at] ?? ""] as const);
  const params = Object.fromEntries(named.filter(([name], at) => path.split("/")[at] !== name));
  const asVisitor = as("visitor", async () => route?.run({ ...body, ...params } as never));
  await expect(asVisitor).rejects.toMatchObject({ code: "permission.missing" });
  await expect(asVisitor).rejects.toThrow(`"${permission}"`);
});

test("without a role of ours, or without having signed in, nothing answers", async () => {
  for (const sample of samples) {
    expect(await call(sample, claimsOf("none"))).toMatchObject({ status: 403 });
    const { status, json } = await call(sample);
    expect({ path: sample.path, status, code: json().code }).toEqual({
      path: sample.path,
      status: 401,
      code: "team.signed_out",
    });
  }
});

const admin = { role: "admin", "cognito:groups": "[admin]" };
const template = { name: "X", wordings: { en: { subject: "X", body: "X" } } };

test.each([
  ["a header", { headers: { "x-role": "admin", ...admin } }],
  ["the query", { query: admin }],
])("a role that stands in %s counts for nothing", async (_, sent) => {
  const event = sending("POST", "/v1/templates", template, { claims: claimsOf("viewer"), ...sent });
  const { status, json } = await ask(handler, event);
  expect({ status, code: json().code }).toEqual({ status: 403, code: "permission.missing" });
  expect(await here.items({ __edb_e__: "template", name: "X" })).toEqual([]);
});

test("a role that stands in the body counts for nothing, and is no field of ours", async () => {
  const asViewer = { claims: claimsOf("viewer") };
  const { json } = await ask(handler, sending("GET", "/v1/me", admin, asViewer));
  expect(json()).toMatchObject({ role: "viewer" });
  const refused = await ask(handler, sending("POST", "/v1/templates", { ...template, ...admin }, asViewer));
  expect(refused).toMatchObject({ status: 400 });
  const named = Object.keys(admin).map((field) => ({ field, message: "Not a known field" }));
  expect(refused.json().problems).toEqual(named);
  expect(await here.items({ __edb_e__: "template", name: "X" })).toEqual([]);
});

/** The same request about what is there, as it is now: only the permission stands between it and a change. */
async function real(sample: Sample): Promise<Sample> {
  const noun = /^.v1.(template|campaign)s/.exec(sample.path)?.[1] ?? "organisation";
  const [item = {}] = await here.items({ __edb_e__: noun });
  const filled = sample.filled.replace(/(tpl|cmp)_0+/, String(item[`${noun}Id`]));
  const revised = sample.body && "revision" in sample.body ? { revision: item.revision } : {};
  return { ...sample, filled, body: { ...sample.body, ...revised } };
}

test("what a viewer may not do leaves no trace in the table", async () => {
  const before = await here.items({});
  const writes = samples.filter(({ permission }) => permission !== "none" && !permits("viewer", permission));
  expect(writes.length).toBeGreaterThan(5);
  for (const sample of writes)
    expect(await call(await real(sample), claimsOf("viewer"))).toMatchObject({ status: 403 });
  expect(await here.items({})).toEqual(before);
});

test("groups are read as API Gateway writes them", async () => {
  const me = samples.find(({ path }) => path === "/v1/me");
  if (!me) throw new Error("There is no /v1/me");
  for (const groups of ["[viewer recruiter]", "[recruiter]", "recruiter", "viewer,recruiter"]) {
    const { json } = await call(me, { ...claimsOf("none"), "cognito:groups": groups });
    expect(json()).toMatchObject({ role: "recruiter" });
  }
});
