import { expect, test } from "vitest";
import { judge } from "../../bin/test/trail.ts";
import { actionsOf } from "../../packages/local/trail/actions.ts";

const table = (operation: string, body: object = {}) => ({
  headers: { "x-amz-target": `DynamoDB_20120810.${operation}` },
  body: JSON.stringify(body),
});

test.each([
  ["a read", table("GetItem"), ["dynamodb:GetItem"]],
  [
    "a transaction, part by part",
    table("TransactWriteItems", {
      TransactItems: [{ Put: {} }, { Update: {} }, { Put: {} }, { ConditionCheck: {} }],
    }),
    ["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:ConditionCheckItem"],
  ],
  ["a mail", { method: "POST", path: "/v2/email/outbound-emails", headers: {} }, ["ses:SendEmail"]],
  ["what may be sent", { method: "GET", path: "/v2/email/account", headers: {} }, ["ses:GetAccount"]],
  [
    "a start",
    { headers: { "x-amz-target": "AWSStepFunctions.StartExecution" }, body: "{}" },
    ["states:StartExecution"],
  ],
  ["an upload", { method: "PUT", path: "/perennial-files/imports/1", headers: {} }, ["s3:PutObject"]],
  ["what nobody knows", { method: "PATCH", path: "/x", headers: {} }, ["s3:PATCH"]],
])("%s is checked by AWS as these actions", (_, sent, actions) => {
  expect(actionsOf(sent)).toEqual(actions);
});

test("a call that was not granted is a problem, and so is a state that nothing came to", () => {
  const { problems } = judge([
    ["call", "public", "dynamodb:GetItem"],
    ["call", "public", "ses:SendEmail"],
    ["state", "perennial-import", "Part"],
  ]);
  expect(problems).toContain("public ses:SendEmail: called, and not granted in infra/functions.ts");
  expect(problems).toContain("perennial-import Fail: no test comes to this state");
  expect(problems.filter((it) => it.startsWith("public dynamodb:GetItem"))).toEqual([]);
  expect(problems.filter((it) => it.startsWith("perennial-import Part:"))).toEqual([]);
});

test("what was granted and not used is listed", () => {
  const { unused } = judge([["call", "public", "dynamodb:GetItem"]]);
  expect(unused).toContain("public dynamodb:Query");
  expect(unused).not.toContain("public dynamodb:GetItem");
});
