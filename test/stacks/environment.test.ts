import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type FunctionSpec, functions } from "../../infra/functions.ts";
import { routes } from "../../infra/index.ts";
import { environment } from "../../packages/local/environment.ts";
import { ours } from "./support/realised.ts";
import { its, short, templates, text } from "./support/template.ts";

const endpoints = { dynamodb: "", eventbridge: "", s3: "", sesv2: "", sfn: "", sqs: "" };
const ORIGIN = ["PERENNIAL_ORIGIN_SECRET", "PERENNIAL_ORIGIN_SECRET_NEXT"];
const variables = (): [string, Record<string, unknown>][] =>
  ours(templates()).map(({ Properties: it }) => [short(it.FunctionName), it.Environment.Variables]);

test("functions find in AWS what they find on a laptop, of the secret where it is kept, and the proof of CloudFront besides", async () => {
  const folder = await mkdtemp(join(tmpdir(), "perennial-environment-"));
  const local = Object.keys(await environment(folder, "", endpoints)).filter(
    (name) => !name.startsWith("AWS_"),
  );
  await rm(folder, { recursive: true });
  const there = new Set(variables().flatMap(([, its]) => Object.keys(its)));
  const kept = local.map((name) => (name === "PERENNIAL_SECRET" ? "PERENNIAL_SECRET_ARN" : name));
  expect([...there].sort()).toEqual([...kept, ...ORIGIN].sort());
});

test("who asks over HTTP has to come through CloudFront: every function behind the gateway is told its secret, no other is", () => {
  const asked = [...new Set(routes.map((route) => route.function))].sort();
  for (const variable of ORIGIN) {
    const told = variables().filter(([, its]) => its[variable] !== undefined);
    expect(told.map(([name]) => name).sort()).toEqual(asked);
  }
});

test("a function that may not read the secret is not told where it is kept, and which may do nothing to the table not its name", () => {
  const told = new Map(variables());
  for (const [on, variable] of [
    ["secret", "PERENNIAL_SECRET_ARN"],
    ["table", "PERENNIAL_TABLE"],
  ] as const) {
    const may = Object.entries<FunctionSpec>(functions).filter(([, { grants }]) =>
      grants.some((grant) => grant.on === on),
    );
    const knows = [...told].filter(([, its]) => variable in its);
    expect(knows.map(([name]) => name).sort()).toEqual(may.map(([name]) => name).sort());
    expect(knows.length).toBeLessThan(told.size);
  }
});

test("no function's configuration holds the secret, and no template a value: CloudFormation looks CloudFront's proof up", () => {
  const values = variables().flatMap(([, its]) => Object.entries(its).map(([name, it]) => [name, text(it)]));
  const looked = values.filter(([, it]) => it?.includes("{{resolve"));
  expect(new Set(looked.map(([name]) => name))).toEqual(new Set(ORIGIN));
  expect(
    looked.filter(([, it]) => !/^\{\{resolve:secretsmanager:<[^>]+>:SecretString:::\}\}$/.test(it ?? "")),
  ).toEqual([]);
  const arns = values.filter(([name]) => name === "PERENNIAL_SECRET_ARN").map(([, it]) => it);
  expect([...new Set(arns)]).toEqual([
    expect.stringMatching(/^<perennial-test-data:ExportsOutputRefSecret\w+>$/),
  ]);
});

test("functions run as built: Node 24 on arm64, traced, with JSON logs in a group that forgets", () => {
  for (const { Properties: it, stack } of ours(templates())) {
    const group = its(stack, text(it.LoggingConfig.LogGroup).slice(1, -1), "AWS::Logs::LogGroup");
    expect(it).toMatchObject({
      Runtime: "nodejs24.x",
      Architectures: ["arm64"],
      Handler: "index.handler",
      TracingConfig: { Mode: "Active" },
      LoggingConfig: { LogFormat: "JSON", ApplicationLogLevel: "INFO" },
    });
    expect(it).not.toHaveProperty("ReservedConcurrentExecutions");
    expect(group?.RetentionInDays).toBe(30);
  }
});
