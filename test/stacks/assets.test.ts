import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CloudAssembly, CloudFormationStackArtifact } from "aws-cdk-lib/cx-api";
import { beforeAll, expect, test } from "vitest";
import { functions } from "../../infra/index.ts";
import { type Assembly, read } from "../../stacks/assembly.ts";
import { bundleAll } from "../../stacks/bundle.ts";
import { appOf, placeholders, small } from "./support/synth.ts";
import { all, type Template, text } from "./support/template.ts";

const BUCKET = "perennial-test-assets-111122223333";
let assembly: CloudAssembly;
let parts: Assembly;
const places = placeholders();

/** The real bundles, for once: everywhere else something stands in for them. */
beforeAll(async () => {
  await bundleAll(places.functions);
  assembly = appOf(small, BUCKET, places).synth();
  parts = read(assembly.directory);
}, 60_000);

const regionOf = ({ environment }: CloudFormationStackArtifact) => environment.region;

/** Every place where a template says that code or files are. */
const buckets = (template: Template): string[] =>
  [...JSON.stringify(template).matchAll(/"(?:S3Bucket|SourceBucketNames)":(\[?"[^"]*"|\[?\{[^}]*\})/g)].map(
    ([, value = ""]) => value.replace(/^\[?\{?"(Fn::Sub":")?/, "").replace(/"\}?$/, ""),
  );

test("every template fetches from the bucket of its region that whoever deploys fills", () => {
  for (const stack of assembly.stacks) {
    const named = buckets(stack.template as Template);
    expect(named.filter((name) => name !== `${BUCKET}-${regionOf(stack)}`)).toEqual([]);
  }
  expect(assembly.stacks.flatMap(({ template }) => buckets(template as Template)).length).toBeGreaterThan(
    Object.keys(functions).length,
  );
});

test("no template asks for CDK's bootstrap stack", () => {
  const asking = assembly.stacks.filter(({ template }) => "BootstrapVersion" in (template.Parameters ?? {}));
  expect(asking).toEqual([]);
});

test("what is uploaded for a function is its bundle", () => {
  const templates = assembly.stacks.map(({ stackName, template }) => [stackName, template as Template]);
  const functions = all(Object.fromEntries(templates), "AWS::Lambda::Function");
  const enrich = functions.find(({ Properties: it }) => it.FunctionName === "perennial-test-enrich");
  const hash = text(enrich?.Properties.Code.S3Key).replace(".zip", "");
  const folder = join(assembly.directory, `asset.${hash}`);
  expect(readdirSync(folder)).toEqual(["index.mjs"]);
  expect(readFileSync(join(folder, "index.mjs"), "utf8")).toMatch(/export\s*\{[^}]*\bhandler\b/);
});

test("stacks are deployed after those they need, and none is left out", () => {
  const order = parts.map(({ name }) => name);
  expect([...order].sort()).toEqual(assembly.stacks.map(({ stackName }) => stackName).sort());
  for (const { name, needs } of parts)
    for (const needed of needs) expect(order.indexOf(needed)).toBeLessThan(order.indexOf(name));
  expect(order[0]).toBe("perennial-test-firewall");
});

test("every file that a template names is uploaded, its own among them", () => {
  for (const { region, template, files } of parts) {
    expect(files.map(({ bucket }) => bucket)).toEqual(files.map(() => `${BUCKET}-${region}`));
    expect(files.map(({ key }) => key)).toContain(template);
  }
});
