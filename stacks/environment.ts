import type { Stack } from "aws-cdk-lib";
import { type FunctionName, type FunctionSpec, functions, type Grant } from "../infra/functions.ts";
import { routes } from "../infra/http.ts";
import type { Config } from "./config.ts";
import { machineArn, type Resources } from "./grants.ts";

/** What the functions are told, besides what they may do. */
export interface Told {
  readonly table: string;
  readonly bucket: string;
  readonly configurationSet: string;
  readonly siteUrl: string;
  /** References that CloudFormation resolves: no template holds a secret. */
  readonly originSecret: string;
  readonly nextOriginSecret: string;
}

const asked: ReadonlySet<FunctionName> = new Set(routes.map((route) => route.function));

/**
 * The environment of one function, under the names that `packages/local/environment.ts` sets on a laptop. Who may do nothing to a
 * resource is not told its name. Of the secret it holds where it is kept: whoever may see the configuration may not see that.
 */
export function environmentOf(
  name: FunctionName,
  stack: Stack,
  { logLevel }: Config,
  told: Told,
  resources: Resources,
): Record<string, string> {
  const { grants } = functions[name] as FunctionSpec;
  const on = (resource: Grant["on"]) => grants.some((grant) => grant.on === resource);
  return {
    PERENNIAL_LOG_LEVEL: logLevel,
    ...(on("table") && {
      PERENNIAL_TABLE: told.table,
      PERENNIAL_SITE_URL: told.siteUrl,
      PERENNIAL_CONFIGURATION_SET: told.configurationSet,
    }),
    ...(on("secret") && { PERENNIAL_SECRET_ARN: resources.secret }),
    ...(on("files") && { PERENNIAL_BUCKET: told.bucket }),
    ...(on("workflow") && { PERENNIAL_WORKFLOW_ARN: machineArn(stack, resources.workflow, "stateMachine") }),
    ...(on("importWorkflow") && {
      PERENNIAL_IMPORT_WORKFLOW_ARN: machineArn(stack, resources.importWorkflow, "stateMachine"),
    }),
    ...(asked.has(name) && {
      PERENNIAL_ORIGIN_SECRET: told.originSecret,
      PERENNIAL_ORIGIN_SECRET_NEXT: told.nextOriginSecret,
    }),
  };
}
