import { type App, DefaultStackSynthesizer, type IStackSynthesizer, Stack } from "aws-cdk-lib";
import type { Config } from "./config.ts";
import type { namer } from "./names.ts";

/** What every stack is built with. */
export interface Scope {
  readonly app: App;
  readonly config: Config;
  readonly assets: Assets;
  readonly name: ReturnType<typeof namer>;
}

/** What is uploaded, and where to. */
export interface Assets {
  /** A folder with a folder per function, as `stacks/bundle.ts` writes it. */
  readonly functions: string;
  /** The built web app. */
  readonly web: string;
  /** Start of the names of the buckets, one a region, that somebody else fills; without it CDK's own. */
  readonly bucket?: string | undefined;
}

/** An empty stack in the configured region, or in another. */
export function stackOf({ app, config, assets, name }: Scope, id: string, region = config.region): Stack {
  const stack = new Stack(app, name(id), {
    env: { region, ...(process.env.CDK_DEFAULT_ACCOUNT && { account: process.env.CDK_DEFAULT_ACCOUNT }) },
    description: `Perennial ${config.stage}: ${id}`,
    crossRegionReferences: true,
    tags: { application: "perennial", stage: config.stage },
    ...(assets.bucket && { synthesizer: filledBy(`${assets.bucket}-${region}`) }),
  });
  return stack;
}

/** Whoever fills the bucket deploys the templates as well: CDK's bootstrap stack, which the rule asks for, is not needed. */
const filledBy = (fileAssetsBucketName: string) =>
  new DefaultStackSynthesizer({
    fileAssetsBucketName,
    generateBootstrapVersionRule: false,
  }) as IStackSynthesizer;
