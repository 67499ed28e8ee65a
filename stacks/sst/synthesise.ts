import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { type Assembly, read } from "../assembly.ts";

/** Builds and synthesises as `npx cdk synth` does, for buckets that somebody else fills: CDK has to know their names beforehand. */
export function synthesise(root: string, stage: string, account: string): Assembly {
  const output = join(root, "cdk.out", "sst");
  const bucket = `perennial-${stage}-assets-${account}`;
  const context = ["-c", `stage=${stage}`, "-c", `assetBucket=${bucket}`];
  execFileSync("npx", ["cdk", "synth", "--quiet", "--output", output, ...context], {
    cwd: root,
    stdio: "inherit",
    // Whatever this runs in: the web app is built to be served.
    env: { ...process.env, CDK_DEFAULT_ACCOUNT: account, NODE_ENV: "production" },
  });
  return read(output);
}
