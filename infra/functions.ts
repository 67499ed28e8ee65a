/** Every Lambda function: its one job, its handler file, its size, and the only AWS actions it may use. */
export interface FunctionSpec {
  readonly purpose: string;
  /** Path from the repository's root to a module that exports `handler`. */
  readonly handler: string;
  /** MB. */
  readonly memory: number;
  /** Seconds. */
  readonly timeout: number;
  readonly grants: readonly Grant[];
}

/** Actions on one resource of `infra/`: the table with its indexes, the mail identity, the bucket's objects, a workflow, the link secret. */
export interface Grant {
  readonly on: "table" | "email" | "files" | "workflow" | "importWorkflow" | "secret";
  readonly actions: readonly string[];
}

type Operation =
  | "GetItem"
  | "BatchGetItem"
  | "Query"
  | "PutItem"
  | "UpdateItem"
  | "DeleteItem"
  | "ConditionCheckItem"
  | "BatchWriteItem";

/** What a function's code can come to, on paths of errors too: `test/stacks/reach.test.ts` reads it out of the bundle. */
const table = (...operations: readonly Operation[]) =>
  ({ on: "table", actions: operations.map((it) => `dynamodb:${it}`) }) as const;
const send = { on: "email", actions: ["ses:SendEmail", "ses:GetAccount"] } as const;
const steer = { on: "workflow", actions: ["states:StartExecution", "states:StopExecution"] } as const;

// Without s3:ListBucket, S3 answers 403 for what is not there (API GetObject).
const readFiles = { on: "files", actions: ["s3:GetObject", "s3:ListBucket"] } as const;
const writeFiles = { on: "files", actions: ["s3:PutObject"] } as const;
const removeFiles = { on: "files", actions: ["s3:DeleteObject"] } as const;

/** Who signs or reads a link, or knows an address again by its hash; asked for once, as it starts. */
const secret = { on: "secret", actions: ["secretsmanager:GetSecretValue"] } as const;

const at = (name: string) => `packages/functions/${name}.ts`;

export const functions = {
  public: {
    purpose: "Candidate pages: sign-up, confirm, unsubscribe, preferences",
    handler: at("public/index"),
    memory: 512,
    timeout: 10,
    grants: [secret, table("GetItem", "Query", "PutItem", "UpdateItem", "DeleteItem")],
  },
  api: {
    purpose: "Recruiters' HTTP API",
    handler: at("api/index"),
    // A file of 50 MB is read in one piece to show what is in it.
    memory: 1024,
    timeout: 25,
    // Mail: only the test mail to a colleague who asks for one.
    grants: [
      secret,
      table("GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem", "DeleteItem", "ConditionCheckItem"),
      send,
      readFiles,
      writeFiles,
      removeFiles,
    ],
  },
  enrich: {
    purpose: "Turns a table change into the plain event the bus carries",
    handler: at("pipe/enrich"),
    memory: 256,
    timeout: 10,
    grants: [],
  },
  confirm: {
    purpose: "Sends the double opt-in mail",
    handler: at("subscribers/confirm"),
    memory: 512,
    timeout: 30,
    grants: [secret, table("GetItem", "Query", "PutItem", "UpdateItem", "ConditionCheckItem"), send],
  },
  enrol: {
    purpose: "Enrols a person who joined, changed or did something, and wakes the campaign",
    handler: at("subscribers/enrol"),
    memory: 512,
    timeout: 30,
    grants: [table("GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem")],
  },
  suppress: {
    purpose: "Suppresses an address after a hard bounce or a complaint",
    handler: at("subscribers/suppress"),
    memory: 256,
    timeout: 30,
    grants: [table("GetItem", "Query", "PutItem", "UpdateItem")],
  },
  release: {
    purpose: "Ends the enrolments of a person who left, bounced or answered",
    handler: at("subscribers/release"),
    memory: 256,
    timeout: 30,
    grants: [table("GetItem", "Query", "PutItem", "UpdateItem")],
  },
  resume: {
    purpose: "Takes campaigns up again when what ended them was taken back",
    handler: at("subscribers/resume"),
    memory: 256,
    timeout: 30,
    grants: [table("GetItem", "Query", "PutItem", "UpdateItem")],
  },
  touch: {
    purpose: "Marks on a person's gate and enrolment that she clicked herself",
    handler: at("subscribers/touch"),
    memory: 256,
    timeout: 30,
    grants: [table("GetItem", "BatchGetItem", "UpdateItem")],
  },
  sweep: {
    purpose: "Deletes what is left of an erased person: under her, and in rows of files that nobody read in",
    handler: at("subscribers/sweep"),
    memory: 256,
    timeout: 30,
    grants: [table("GetItem", "Query", "UpdateItem", "DeleteItem"), removeFiles],
  },
  sample: {
    purpose: "Lays out and removes the sample workspace, part by part",
    handler: at("subscribers/sample"),
    memory: 512,
    timeout: 120,
    grants: [
      secret,
      table("GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem"),
    ],
  },
  steer: {
    purpose: "Starts and stops the campaign workflow's executions",
    handler: at("subscribers/steer"),
    memory: 256,
    timeout: 30,
    grants: [steer],
  },
  aggregate: {
    purpose: "Classifies engagement, keeps the exact counters, and settles mails whose sender died",
    handler: at("subscribers/aggregate"),
    memory: 512,
    timeout: 60,
    grants: [table("GetItem", "BatchGetItem", "PutItem", "UpdateItem")],
  },
  readIn: {
    purpose: "Starts the workflow that reads an import in",
    handler: at("subscribers/read-in"),
    memory: 256,
    timeout: 30,
    grants: [{ on: "importWorkflow", actions: ["states:StartExecution"] }],
  },
  importPrepare: {
    purpose: "Workflow: cuts an uploaded file into parts",
    handler: at("import/prepare"),
    memory: 1769,
    timeout: 300,
    grants: [table("GetItem", "UpdateItem"), readFiles, writeFiles],
  },
  importPart: {
    purpose: "Workflow: reads the people of one part in",
    handler: at("import/part"),
    memory: 1024,
    timeout: 300,
    grants: [secret, table("GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem"), readFiles],
  },
  importFinish: {
    purpose: "Workflow: sums an import up and removes its file",
    handler: at("import/finish"),
    memory: 512,
    timeout: 120,
    grants: [table("GetItem", "Query", "PutItem", "UpdateItem"), removeFiles],
  },
  importFail: {
    purpose: "Workflow: marks an import failed with its cause",
    handler: at("import/fail"),
    memory: 256,
    timeout: 30,
    grants: [table("PutItem", "UpdateItem")],
  },
  campaignOpen: {
    purpose: "Workflow: whether to wait for the start, let people in, or go on",
    handler: at("campaign/open"),
    memory: 256,
    timeout: 30,
    grants: [table("GetItem")],
  },
  campaignEnrol: {
    purpose: "Workflow: lets everybody in whom the entry holds at the start",
    handler: at("campaign/enrol"),
    memory: 512,
    timeout: 300,
    grants: [table("GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem", "DeleteItem")],
  },
  campaignPlan: {
    purpose: "Workflow: what is due now, or when to wake",
    handler: at("campaign/plan"),
    memory: 256,
    timeout: 60,
    grants: [
      table("GetItem", "Query", "PutItem", "UpdateItem", "BatchGetItem", "DeleteItem"),
      { on: "email", actions: ["ses:GetAccount"] },
    ],
  },
  campaignAdvance: {
    purpose: "Workflow: moves due people on and sends their mail",
    handler: at("campaign/advance"),
    // It waits more than it computes, for answers and for the pace of the quota.
    memory: 512,
    timeout: 300,
    grants: [
      secret,
      table("GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem", "ConditionCheckItem", "DeleteItem"),
      send,
    ],
  },
  campaignRenew: {
    purpose: "Workflow: continues in a fresh execution before the history limit",
    handler: at("campaign/renew"),
    memory: 256,
    timeout: 30,
    grants: [table("PutItem", "UpdateItem")],
  },
  campaignFail: {
    purpose: "Workflow: marks the campaign failed with its cause",
    handler: at("campaign/fail"),
    memory: 256,
    timeout: 30,
    grants: [table("PutItem", "UpdateItem")],
  },
  reconcile: {
    purpose: "Takes over suppressions that only SES's own list knows",
    handler: at("scheduled/reconcile"),
    memory: 256,
    timeout: 120,
    grants: [
      secret,
      table("GetItem", "Query", "PutItem", "UpdateItem"),
      { on: "email", actions: ["ses:ListSuppressedDestinations"] },
    ],
  },
  ripen: {
    purpose: "Lets in whom a campaign is for by now because days passed",
    handler: at("scheduled/ripen"),
    // It goes through everybody.
    memory: 1024,
    timeout: 900,
    grants: [table("GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem")],
  },
  selfCheck: {
    purpose: "Holds a sample of figures and people to the log, and raises the alarm where they part",
    handler: at("scheduled/self-check"),
    memory: 512,
    timeout: 300,
    // It looks, and writes nothing.
    grants: [table("BatchGetItem", "Query")],
  },
} as const satisfies Record<string, FunctionSpec>;

export type FunctionName = keyof typeof functions;
