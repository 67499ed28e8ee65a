import { join } from "node:path";
import { App, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks, ServerlessChecks } from "cdk-nag";
import configure from "../perennial.config.ts";
import { buildStacks } from "./build.ts";
import { readConfig } from "./config.ts";
import { FLAGS } from "./flags.ts";

/**
 * The app of `cdk.json`. Context: `-c stage=production`, and `-c assetBucket=name` when somebody else uploads the assets and deploys
 * (`sst.config.ts`). `cdk.json` has functions and web app built before.
 */
const app = new App({ context: FLAGS });
const context = (name: string): string | undefined => app.node.tryGetContext(name);
const dist = (...path: string[]) => join(import.meta.dirname, "..", ...path);

Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
buildStacks(app, readConfig(configure(context("stage") ?? "dev")), {
  functions: dist("dist", "functions"),
  web: dist("packages", "web", "dist"),
  bucket: context("assetBucket"),
});
