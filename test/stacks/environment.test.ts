import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { functions, routes } from "../../infra/index.ts";
import { environment } from "../../packages/local/environment.ts";
import { ours } from "./support/realised.ts";
import { short, templates, text } from "./support/template.ts";

const endpoints = { dynamodb: "", eventbridge: "", s3: "", sesv2: "", sfn: "", sqs: "" };
const ORIGIN = ["PERENNIAL_ORIGIN_SECRET", "PERENNIAL_ORIGIN_SECRET_NEXT"];
const variables = (): [string, Record<string, unknown>][] =>
  ours(templates()).map(({ Properties: it }) => [short(it.FunctionName), it.Environment.Variables]);

test("functions find in AWS what they find on a laptop, and the proof of CloudFront besides", async () => {
  const folder = await mkdtemp(join(tmpdir(), "perennial-environment-"));
  const local = Object.keys(await environment(folder, "", endpoints)).filter(
    (name) => !name.startsWith("AWS_"),
  );
  await rm(folder, { recursive: true });
  const there = new Set(variables().flatMap(([, its]) => Object.keys(its)));
  expect([...there].sort()).toEqual([...local, ...ORIGIN].sort());
});

test("who asks over HTTP has to come through CloudFront: every function behind the gateway is told its secret, no other is", () => {
  const asked = [...new Set(routes.map((route) => route.function))].sort();
  for (const variable of ORIGIN) {
    const told = variables().filter(([, its]) => its[variable] !== undefined);
    expect(told.map(([name]) => name).sort()).toEqual(asked);
  }
});

test("a function that may do nothing to the table knows neither its name nor the secret", () => {
  const needless = Object.entries(functions).filter(
    ([, { grants }]) => !grants.some(({ on }) => on === "table"),
  );
  for (const [name] of needless)
    expect(Object.keys(new Map(variables()).get(name) ?? {})).not.toContain("PERENNIAL_SECRET");
  expect(needless.length).toBeGreaterThan(0);
});

test("no template holds a secret: CloudFormation looks it up", () => {
  const secrets = variables().flatMap(([, its]) =>
    ["PERENNIAL_SECRET", ...ORIGIN].flatMap((name) => (its[name] ? [text(its[name])] : [])),
  );
  expect(
    secrets.filter((one) => !/^\{\{resolve:secretsmanager:<[^>]+>:SecretString:::\}\}$/.test(one)),
  ).toEqual([]);
});

test("functions run as built: Node 24 on arm64, traced, with JSON logs in a group that forgets", () => {
  for (const { Properties: it, stack } of ours(templates())) {
    const group = stack.Resources[text(it.LoggingConfig.LogGroup).slice(1, -1)];
    expect(it).toMatchObject({
      Runtime: "nodejs24.x",
      Architectures: ["arm64"],
      Handler: "index.handler",
      TracingConfig: { Mode: "Active" },
      LoggingConfig: { LogFormat: "JSON", ApplicationLogLevel: "INFO" },
    });
    expect(it).not.toHaveProperty("ReservedConcurrentExecutions");
    expect(group?.Properties.RetentionInDays).toBe(30);
  }
});
