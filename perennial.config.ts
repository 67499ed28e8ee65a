import type { ConfigInput } from "./stacks/config.ts";

/**
 * What is deployed. `npx cdk deploy --all -c stage=production` and `npx sst deploy --stage production` both ask for a stage; `dev`
 * without. `stacks/config.ts` says what each field is and what else there is: a domain of yours, a key of yours, a second factor.
 */
export default (stage: string): ConfigInput => ({
  stage,
  region: "eu-central-1",
  mail: { address: "careers@example.com" },
  pricesOf: "2026-11-30",
});
