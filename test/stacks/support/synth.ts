import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "aws-cdk-lib";
import type { CloudAssembly } from "aws-cdk-lib/cx-api";
import { functions } from "../../../infra/index.ts";
import { buildStacks } from "../../../stacks/build.ts";
import { type ConfigInput, readConfig } from "../../../stacks/config.ts";
import { FLAGS } from "../../../stacks/flags.ts";

/** As CloudFormation has it. */
export interface Resource {
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: what AWS takes has no type here; the tests compare it with what they expect.
  readonly Properties: any;
  readonly DeletionPolicy?: string;
  readonly DependsOn?: string | readonly string[];
}
export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Outputs?: Readonly<Record<string, { readonly Value: unknown }>>;
}

export const small: ConfigInput = {
  stage: "test",
  region: "eu-central-1",
  mail: { address: "careers@example.org" },
  pricesOf: "2026-11-30",
};

/** Everything that can be configured, in production. */
export const large: ConfigInput = {
  ...small,
  stage: "production",
  site: { domain: "people.example.org", certificate: certificate("site") },
  mail: {
    domain: "example.org",
    mailFrom: "bounce.example.org",
    tracking: { domain: "go.example.org", certificate: certificate("tracking") },
    testRecipients: ["ada@example.org"],
    dailyQuota: 50_000,
  },
  alarmEmail: "ops@example.org",
  key: "own",
  mfa: "required",
};

function certificate(name: string) {
  return `arn:aws:acm:us-east-1:111122223333:certificate/${name}`;
}

/** Stands in for what is bundled and built: a template names an asset by its contents only. */
export function placeholders() {
  const folder = mkdtempSync(join(tmpdir(), "perennial-stacks-"));
  const file = (path: string, text: string) => {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const name of Object.keys(functions)) file(`functions/${name}/index.mjs`, `// ${name}\n`);
  file("web/index.html", "<!doctype html>");
  file("web/assets/app-1.js", "");
  return { folder, functions: join(folder, "functions"), web: join(folder, "web") };
}

/** An app as `stacks/app.ts` makes it. */
export function appOf(config: ConfigInput, bucket?: string, assets = placeholders()): App {
  const app = new App({ context: FLAGS, outdir: join(assets.folder, "cdk.out"), analyticsReporting: false });
  buildStacks(app, readConfig(config), { functions: assets.functions, web: assets.web, bucket });
  return app;
}

/** The templates of a deployment, by the last part of their stacks' names. */
export function templatesOf(assembly: CloudAssembly): Readonly<Record<string, Template>> {
  return Object.fromEntries(
    assembly.stacks.map(({ stackName, template }) => [
      stackName.split("-").at(-1) ?? "",
      template as Template,
    ]),
  );
}

const made = new Map<ConfigInput, Readonly<Record<string, Template>>>();

/** Synthesised once for all files that one worker runs. */
export function templates(config: ConfigInput = small) {
  const known = made.get(config) ?? templatesOf(appOf(config).synth());
  made.set(config, known);
  return known;
}

/** Resources of a type in all templates. */
export const all = (type: string, config?: ConfigInput): readonly Resource[] =>
  Object.values(templates(config))
    .flatMap(({ Resources }) => Object.values(Resources))
    .filter((resource) => resource.Type === type);

/** `Fn::Join`, `Ref` and imports as text: `arn:<AWS::Partition>:sqs:...`. */
export function text(value: unknown): string {
  if (typeof value === "string") return value;
  const {
    "Fn::Join": join,
    "Fn::GetAtt": attribute,
    "Fn::ImportValue": imported,
    Ref,
  } = value as Record<string, unknown>;
  if (join) return (join as [string, unknown[]])[1].map(text).join("");
  if (attribute) return `<${(attribute as string[]).join(".")}>`;
  return `<${Ref ?? imported}>`;
}
