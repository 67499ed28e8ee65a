import { App } from "aws-cdk-lib";
import { expect, test } from "vitest";
import { readConfig } from "../../stacks/config.ts";
import { emailStack } from "../../stacks/email.ts";
import { namer } from "../../stacks/names.ts";
import { small } from "./support/synth.ts";
import type { Template } from "./support/template.ts";

/** The one stack, with a domain as sender and somebody who may be written to in the sandbox. */
function email(identity: "create" | "existing") {
  const mail = { domain: "example.org", testRecipients: ["ada@example.org"], identity };
  const config = readConfig({ ...small, mail });
  const app = new App();
  const assets = { functions: "", web: "" };
  const { stack, arns, configurationSet } = emailStack({ app, config, assets, name: namer(config.stage) });
  const { Resources, Outputs = {} } = app.synth().getStackByName(stack.stackName).template as Template;
  const resources = Object.entries(Resources);
  const identities = resources.filter(([, { Type }]) => Type === "AWS::SES::EmailIdentity");
  const others = resources.filter(([, { Type }]) => Type !== "AWS::SES::EmailIdentity");
  return {
    told: stack.resolve({ arns, configurationSet }),
    outputs: Object.keys(Outputs),
    identities,
    others: JSON.stringify(others),
  };
}

test("a sender and recipients that SES has already are neither made nor changed, and nothing is said of their DNS", () => {
  const { identities, outputs } = email("existing");
  expect(identities).toEqual([]);
  expect(outputs.filter((name) => name.startsWith("Dns"))).toEqual([]);
  expect(email("create").identities).toHaveLength(2);
  expect(email("create").outputs).toContain("DnsDkim1");
});

test("all else is as with identities of the stack's own: reports, their second path, and what senders may use", () => {
  const [there, made] = [email("existing"), email("create")];
  expect(there.others).toBe(made.others);
  expect(there.told).toEqual(made.told);
  expect(there.told.arns).toHaveLength(3);
});
