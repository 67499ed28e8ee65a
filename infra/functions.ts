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

/** Actions on one resource of `infra/`: the table with its indexes, the mail identity, the campaign workflow. */
export interface Grant {
  readonly on: "table" | "email" | "workflow";
  readonly actions: readonly string[];
}

const read = {
  on: "table",
  actions: ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query"],
} as const;
const write = {
  on: "table",
  actions: ["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:ConditionCheckItem"],
} as const;
const send = { on: "email", actions: ["ses:SendEmail", "ses:GetAccount"] } as const;
const steer = { on: "workflow", actions: ["states:StartExecution", "states:StopExecution"] } as const;

const at = (name: string) => `packages/functions/${name}.ts`;

export const functions = {
  public: {
    purpose: "Candidate pages: sign-up, confirm, unsubscribe, preferences",
    handler: at("public/index"),
    memory: 512,
    timeout: 10,
    grants: [read, write],
  },
  api: {
    purpose: "Recruiters' HTTP API",
    handler: at("api/index"),
    memory: 512,
    timeout: 15,
    grants: [read, write],
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
    grants: [read, write, send],
  },
  enrol: {
    purpose: "Enrols a person who joined and wakes the campaign",
    handler: at("subscribers/enrol"),
    memory: 512,
    timeout: 30,
    grants: [read, write],
  },
  suppress: {
    purpose: "Suppresses an address after a hard bounce or a complaint",
    handler: at("subscribers/suppress"),
    memory: 256,
    timeout: 30,
    grants: [read, write],
  },
  release: {
    purpose: "Ends the enrolments of a person who left",
    handler: at("subscribers/release"),
    memory: 256,
    timeout: 30,
    grants: [read, write],
  },
  touch: {
    purpose: "Marks on a person's gate that she clicked herself",
    handler: at("subscribers/touch"),
    memory: 256,
    timeout: 30,
    grants: [read, write],
  },
  settle: {
    purpose: "Settles a message by what SES reported of it",
    handler: at("subscribers/settle"),
    memory: 256,
    timeout: 30,
    grants: [read, write],
  },
  steer: {
    purpose: "Starts and stops the campaign workflow's executions",
    handler: at("subscribers/steer"),
    memory: 256,
    timeout: 30,
    grants: [steer],
  },
  aggregate: {
    purpose: "Classifies engagement and keeps the exact counters",
    handler: at("subscribers/aggregate"),
    memory: 512,
    timeout: 60,
    grants: [read, write],
  },
  campaignOpen: {
    purpose: "Workflow: takes the campaign's current epoch",
    handler: at("campaign/open"),
    memory: 256,
    timeout: 30,
    grants: [read],
  },
  campaignPlan: {
    purpose: "Workflow: what is due now, or when to wake",
    handler: at("campaign/plan"),
    memory: 256,
    timeout: 60,
    grants: [read, write],
  },
  campaignAdvance: {
    purpose: "Workflow: moves due people on and sends their mail",
    handler: at("campaign/advance"),
    memory: 1024,
    timeout: 300,
    grants: [read, write, send],
  },
  campaignRenew: {
    purpose: "Workflow: continues in a fresh execution before the history limit",
    handler: at("campaign/renew"),
    memory: 256,
    timeout: 30,
    grants: [read, write],
  },
  campaignFail: {
    purpose: "Workflow: marks the campaign failed with its cause",
    handler: at("campaign/fail"),
    memory: 256,
    timeout: 30,
    grants: [read, write],
  },
  reconcile: {
    purpose: "Takes over suppressions that only SES's own list knows",
    handler: at("scheduled/reconcile"),
    memory: 256,
    timeout: 120,
    grants: [read, write, { on: "email", actions: ["ses:ListSuppressedDestinations"] }],
  },
} as const satisfies Record<string, FunctionSpec>;

export type FunctionName = keyof typeof functions;
