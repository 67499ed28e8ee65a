import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "aws-cdk-lib";
import type { CloudAssembly } from "aws-cdk-lib/cx-api";
import { functions } from "../../../infra/index.ts";
import { buildStacks } from "../../../stacks/build.ts";
import { type ConfigInput, readConfig } from "../../../stacks/config.ts";
import { FLAGS } from "../../../stacks/flags.ts";

export const small: ConfigInput = {
  stage: "test",
  region: "eu-central-1",
  mail: { address: "careers@example.org" },
  pricesOf: "2026-11-30",
};

/** Everything that can be configured, in production, where CloudFront's firewall is as well. */
export const large: ConfigInput = {
  stage: "production",
  region: "us-east-1",
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
  pricesOf: "2026-11-30",
};

function certificate(name: string) {
  return `arn:aws:acm:us-east-1:111122223333:certificate/${name}`;
}

/** Stands in for what is bundled and built: a template names an asset by its contents only. */
export function placeholders() {
  const folder = mkdtempSync(join(process.env.PERENNIAL_SYNTHESISED ?? tmpdir(), "app-"));
  const file = (path: string, contents: string) => {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), contents);
  };
  for (const name of Object.keys(functions)) file(`functions/${name}/index.mjs`, `// ${name}\n`);
  file("web/index.html", "<!doctype html>");
  file("web/assets/app-1.js", "");
  return { out: join(folder, "cdk.out"), functions: join(folder, "functions"), web: join(folder, "web") };
}

/** An app as `stacks/app.ts` makes it. */
export function appOf(config: ConfigInput, bucket?: string, assets = placeholders()): App {
  const app = new App({ context: FLAGS, outdir: assets.out });
  buildStacks(app, readConfig(config), { functions: assets.functions, web: assets.web, bucket });
  return app;
}

interface Deployment {
  readonly app: App;
  readonly assembly: CloudAssembly;
}
const made = new Map<ConfigInput, Deployment>();

/** Synthesised once for all files that one worker runs. */
export function deployment(config: ConfigInput = small): Deployment {
  const known = made.get(config);
  if (known) return known;
  const app = appOf(config);
  const one = { app, assembly: app.synth() };
  made.set(config, one);
  return one;
}
