import { beforeAll, describe, expect, test } from "vitest";
import { permits, Role } from "../../packages/core/team/index.ts";
import { handler } from "../../packages/functions/api/index.ts";
import { furnish } from "../core/support/people.ts";
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

test("a role that stands in the body, the query or a header counts for nothing", async () => {
  const admin = { "cognito:groups": "[admin]" };
  const event = sending(
    "POST",
    "/v1/templates",
    { name: "X", wordings: {}, role: "admin", ...admin },
    {
      claims: claimsOf("viewer"),
      headers: { "x-role": "admin", "cognito:groups": "[admin]" },
      query: admin,
    },
  );
  const { status, json } = await ask(handler, event);
  expect([400, 403]).toContain(status);
  expect(JSON.stringify(json())).not.toContain('"admin"');
  expect(await here.items({ __edb_e__: "template", name: "X" })).toEqual([]);
});

test("what a role may not do leaves no trace in the table", async () => {
  const before = (await here.items({})).length;
  for (const sample of samples.filter(({ method }) => method !== "GET")) await call(sample, claimsOf("none"));
  expect((await here.items({})).length).toBe(before);
});

test("groups are read as API Gateway writes them", async () => {
  const me = samples.find(({ path }) => path === "/v1/me");
  if (!me) throw new Error("There is no /v1/me");
  for (const groups of ["[viewer recruiter]", "[recruiter]", "recruiter", "viewer,recruiter"]) {
    const { json } = await call(me, { ...claimsOf("none"), "cognito:groups": groups });
    expect(json()).toMatchObject({ role: "recruiter" });
  }
});
