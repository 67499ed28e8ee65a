import { App, CfnResource, Stack } from "aws-cdk-lib";
import { beforeAll, describe, expect, test } from "vitest";
import { FLAGS } from "../../stacks/flags.ts";
import { type Acknowledged, acknowledged, findings, unforgiven } from "./support/review.ts";
import { deployment, large, small } from "./support/synth.ts";

describe.each([
  ["a small deployment", small],
  ["everything that can be configured", large],
])("%s", (_, config) => {
  let app: App;
  let given: Acknowledged[];
  beforeAll(() => {
    app = deployment(config).app;
    given = acknowledged(app);
  });

  test("leaves cdk-nag's solutions and serverless packs nothing to say", () => {
    expect(findings(app)).toEqual([]);
  });

  test("acknowledges only what would be found, each where it is", () => {
    const found = unforgiven(app);
    const stale = given.filter(
      ({ path, id }) => !found.some((one) => one.id === id && `${one.path}/`.startsWith(`${path}/`)),
    );
    expect(found.length).toBeGreaterThan(given.length / 2);
    expect(stale).toEqual([]);
  });

  test("acknowledges nothing for a whole stack, and no wildcard without naming it", () => {
    const stacks = app.node.findAll().filter((one) => Stack.isStack(one) || one === app);
    const paths = stacks.map(({ node }) => node.path);
    expect(given.filter(({ path, id }) => paths.includes(path) || /IAM[45]$/.test(id))).toEqual([]);
  });

  test("says of each why, in a sentence", () => {
    expect(given.filter(({ reason }) => reason.length < 40)).toEqual([]);
  });

  test("is a deployment that CloudFormation takes, as far as its schemas tell", () => {
    expect(deployment(config).assembly.stacks).toHaveLength(9);
  });
});

test("what CloudFormation would refuse is not synthesised", () => {
  const app = new App({ context: FLAGS });
  const stack = new Stack(app, "wrong");
  new CfnResource(stack, "Queue", { type: "AWS::SQS::Queue", properties: { VisibilityTimeout: 999_999 } });
  expect(() => app.synth()).toThrow("VisibilityTimeout: 999999 is greater than the maximum");
});
