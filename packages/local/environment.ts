import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { email, importing, storage, table, workflow } from "../../infra/index.ts";
import { region } from "./wire/names.ts";
import { machineArn } from "./workflow/index.ts";

/** Where the emulated services answer. */
export interface Endpoints {
  readonly dynamodb: string;
  readonly eventbridge: string;
  readonly s3: string;
  readonly sesv2: string;
  readonly sfn: string;
  readonly sqs: string;
}

/** What the functions find in their environment: on AWS the stacks set the same names. */
export async function environment(data: string, siteUrl: string, endpoints: Endpoints) {
  const addresses = Object.entries(endpoints).map(([name, url]) => [
    `AWS_ENDPOINT_URL_${name.toUpperCase()}`,
    url,
  ]);
  return {
    ...Object.fromEntries(addresses),
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
    PERENNIAL_TABLE: table.name,
    PERENNIAL_SITE_URL: siteUrl,
    PERENNIAL_CONFIGURATION_SET: email.configurationSet,
    PERENNIAL_WORKFLOW_ARN: machineArn(workflow.name),
    PERENNIAL_IMPORT_WORKFLOW_ARN: machineArn(importing.name),
    PERENNIAL_BUCKET: storage.bucket,
    PERENNIAL_SECRET: await secret(join(data, "secret")),
    PERENNIAL_LOG_LEVEL: process.env.PERENNIAL_LOG_LEVEL ?? "WARN",
  };
}

/** The deployment's secret: made once, readable by its owner only. Without it no link in a mail works any more. */
async function secret(path: string): Promise<string> {
  const fresh = randomBytes(48).toString("base64url");
  await writeFile(path, fresh, { flag: "wx", mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  return readFile(path, "utf8");
}
