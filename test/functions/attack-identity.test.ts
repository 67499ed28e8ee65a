import { beforeAll, expect, test } from "vitest";
import { permits } from "../../packages/core/team/index.ts";
import { handler } from "../../packages/functions/api/index.ts";
import { writesOf } from "../attack/writes.ts";
import { furnish } from "../core/support/people.ts";
import { table } from "../core/support/table.ts";
import { quiet } from "./support/log.ts";
import { ask, claimsOf, request, sending } from "./support/request.ts";
import { samples } from "./support/samples.ts";

quiet();
table();
beforeAll(furnish);

/** Who somebody says she is, everywhere but in a token that the gateway verified. */
const admin = {
  sub: "sub-admin",
  username: "admin",
  role: "admin",
  groups: "admin",
  "cognito:groups": "[admin]",
  authorization: "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJzdWItYWRtaW4iLCJjb2duaXRvOmdyb3VwcyI6WyJhZG1pbiJdfQ.",
  "x-amzn-oidc-identity": "sub-admin",
  "x-amzn-request-context": JSON.stringify({ authorizer: { jwt: { claims: claimsOf("admin") } } }),
  "x-apigateway-event": JSON.stringify({
    requestContext: { authorizer: { jwt: { claims: claimsOf("admin") } } },
  }),
  "x-forwarded-user": "admin",
  "x-forwarded-for": "127.0.0.1",
  "x-original-url": "/v1/me",
  "x-http-method-override": "GET",
  cookie: "role=admin; session=admin",
};

const beyond = samples.filter(({ permission }) => permission !== "none" && !permits("viewer", permission));

test.each(beyond)(
  "$method $path: a viewer who says everywhere that she is an admin stays one",
  async (sample) => {
    const sent = { params: { proxy: sample.filled.slice(4), ...admin }, claims: claimsOf("viewer") };
    const event = sending(sample.method, sample.filled, sample.body, {
      ...sent,
      headers: admin,
      query: admin,
    });
    const { answer, writes } = await writesOf(() => ask(handler, event));
    expect([403, 400]).toContain(answer.status);
    expect(writes).toEqual([]);
    const plain = { ...sent, params: { proxy: sample.filled.slice(4) }, headers: admin };
    const refused = await ask(handler, sending(sample.method, sample.filled, sample.body, plain));
    expect({ status: refused.status, code: refused.json().code }).toEqual({
      status: 403,
      code: "permission.missing",
    });
  },
);

/** Where API Gateway puts identities of other kinds of authorizer, and a caller's own claims in a body. */
const OTHER_AUTHORIZERS = {
  "a REST API's authorizer": { claims: claimsOf("admin") },
  "a Lambda authorizer": { lambda: claimsOf("admin") },
  IAM: { iam: { userArn: "arn:aws:iam::0:user/admin", cognitoIdentity: claimsOf("admin") } },
  "a token without a subject": { jwt: { claims: { ...claimsOf("admin"), sub: "" }, scopes: [] } },
};

test.each(Object.entries(OTHER_AUTHORIZERS))("claims of %s are no sign-in", async (_, authorizer) => {
  const event = request("GET", "/v1/me", { params: { proxy: "me" } });
  Object.assign(event.requestContext, { authorizer });
  expect((await ask(handler, event)).status).toBe(401);
});

test.each([
  "Admin",
  "admins",
  "not-admin",
  "admin;viewer",
  "[[admin]]x",
  "{admin}",
  "",
  "toString",
  "__proto__",
])("a group called %s is no role of ours", async (group) => {
  const claims = { ...claimsOf("none"), "cognito:groups": `[${group}]` };
  const answer = await ask(handler, request("GET", "/v1/me", { params: { proxy: "me" }, claims }));
  expect({ status: answer.status, code: answer.json().code }).toEqual({ status: 403, code: "team.no_role" });
});

/** What the product writes itself: who did it, when, and what it is. */
const OURS = [
  "actor",
  "recruiterId",
  "by",
  "createdAt",
  "at",
  "standing",
  "grantedAt",
  "pk",
  "sk",
  "__edb_e__",
  "epoch",
];
const changing = samples.filter(({ body }) => body && Object.keys(body).length > 0);

test.each(changing)(
  "$method $path takes no field that is ours to write",
  async ({ method, filled, body }) => {
    const sent = { params: { proxy: filled.slice(4) }, claims: claimsOf("admin") };
    for (const field of OURS) {
      const answer = await ask(handler, sending(method, filled, { ...body, [field]: "x" }, sent));
      expect({ field, status: answer.status }).toEqual({ field, status: 400 });
      expect(JSON.stringify(answer.json().problems)).toContain(field);
    }
  },
);
