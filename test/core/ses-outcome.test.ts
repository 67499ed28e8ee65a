import { expect, test } from "vitest";
import { outcomeOf, send } from "../../packages/core/message/ses.ts";
import { table } from "./support/table.ts";

const here = table();
const fault = (name: string, more: object = {}) => Object.assign(new Error(""), { name, ...more });

test.each([
  fault("AccessDeniedException"),
  fault("UnrecognizedClientException"),
  fault("ExpiredTokenException"),
  fault("InvalidSignatureException"),
  fault("ValidationException"),
  fault("CredentialsProviderError"),
  fault("Error", { code: "ECONNREFUSED" }),
  fault("Error", { code: "ENOTFOUND" }),
  fault("MessageRejected", { message: "Email address is not verified. These identities failed: a@b" }),
])("what is ours to set right is tried again in a quarter of an hour: nothing left (%s)", (error) => {
  expect(outcomeOf(error)).toMatchObject({ kind: "later", seconds: 900 });
});

test.each([
  fault("TimeoutError", { code: "ETIMEDOUT" }),
  fault("Error", { code: "ECONNRESET" }),
  fault("InternalFailure"),
  fault("ServiceUnavailable"),
  "not even an error",
])("after a timeout, a reset or a fault of SES's nobody knows whether it left (%s)", (error) => {
  expect(outcomeOf(error)).toEqual({ kind: "unknown" });
});

test("an SES that never answers is not waited for: the outcome is unknown", async () => {
  here.ses.answer("silent");
  const body = { Text: { Data: "Hello" } };
  const mail = {
    FromEmailAddress: "jobs@acme.example",
    Destination: { ToAddresses: ["silent@example.org"] },
    Content: { Simple: { Subject: { Data: "Hello" }, Body: body } },
  };
  expect(await send(mail, 500)).toEqual({ kind: "unknown" });
  expect(here.ses.sentTo("silent@example.org")).toBe(1);
});
