import { expect, test } from "vitest";
import { ApiError, fieldErrors, refusal } from "../../packages/web/src/api/problem.ts";
import { request } from "../../packages/web/src/api/request.ts";

test("fields go where the route says: path, query of a GET, body of the rest", () => {
  expect(request("GET /v1/candidates", { cursor: "a b" }).address).toBe("/v1/candidates?cursor=a+b");
  expect(request("GET /v1/candidates", {}).address).toBe("/v1/candidates");
  const { address, init } = request("PUT /v1/templates/{templateId}", {
    templateId: "tpl_1/..",
    revision: 3,
  });
  expect(address).toBe("/v1/templates/tpl_1%2F..");
  expect(JSON.parse(init.body ?? "")).toEqual({ revision: 3 });
});

test("a refusal keeps its words, its fields and the id support asks for", async () => {
  const problems = [{ field: "privacyUrl", message: "Must be an address that starts with https://" }];
  const body = { status: 400, code: "input.invalid", detail: "Not saved", problems, instance: "req_1" };
  const error = await refusal(new Response(JSON.stringify(body), { status: 400 }));
  expect(error).toMatchObject({
    status: 400,
    code: "input.invalid",
    message: "Not saved",
    requestId: "req_1",
  });
  expect(fieldErrors(error)).toEqual({ privacyUrl: "Must be an address that starts with https://" });
});

test("an answer that is no problem document is still told", async () => {
  const error = await refusal(new Response("<h1>502</h1>", { status: 502 }));
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ status: 502, problems: [] });
});
