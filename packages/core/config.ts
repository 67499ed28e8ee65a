function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`The environment variable ${name} is not set`);
  return value;
}

/** What the deployment tells the code. Read when used, so that a test or a laptop can set it after import. */
export const Config = {
  table: () => required("PERENNIAL_TABLE"),
  /** Base address of the candidate pages, without a trailing slash. */
  siteUrl: () => required("PERENNIAL_SITE_URL"),
  configurationSet: () => required("PERENNIAL_CONFIGURATION_SET"),
  workflowArn: () => required("PERENNIAL_WORKFLOW_ARN"),
  importWorkflowArn: () => required("PERENNIAL_IMPORT_WORKFLOW_ARN"),
  /** Where imports and other files are kept. */
  bucket: () => required("PERENNIAL_BUCKET"),
  /** At least 32 bytes; signs tokens and keys the hashes of addresses. On AWS `secret.ts` fetches it instead. */
  secret: () => required("PERENNIAL_SECRET"),
};
