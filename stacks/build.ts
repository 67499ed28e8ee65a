import { type App, Aws, type Stack } from "aws-cdk-lib";
import { storage } from "../infra/storage.ts";
import { table } from "../infra/table.ts";
import type { Watched } from "./alarms.ts";
import { apiStack } from "./api.ts";
import { authStack } from "./auth.ts";
import type { Config } from "./config.ts";
import { type Data, dataStack } from "./data.ts";
import { type Email, emailStack } from "./email.ts";
import { type Events, eventsStack } from "./events.ts";
import { bucketName } from "./files.ts";
import { firewallStack } from "./firewall.ts";
import type { Workshop } from "./function.ts";
import { machines } from "./grants.ts";
import { namer } from "./names.ts";
import { observabilityStack } from "./observability.ts";
import type { Assets, Scope } from "./scope.ts";
import { type Web, webStack } from "./web.ts";
import { type Workflows, workflowsStack } from "./workflows.ts";

/** Every stack of a deployment, in the order in which they depend on each other. */
export function buildStacks(app: App, config: Config, assets: Assets): Stack[] {
  const scope: Scope = { app, config, assets, name: namer(config.stage) };
  const firewall = firewallStack(scope);
  const auth = authStack(scope);
  const web = webStack(scope, auth, firewall.arn);
  const data = dataStack(scope, web.siteUrl);
  const email = emailStack(scope);
  const shop = workshop(scope, web, data, email);
  const workflows = workflowsStack(shop);
  const api = apiStack(shop, auth, web);
  const events = eventsStack(shop, data, email);
  const observability = observabilityStack(scope, watched(web, workflows, events));
  // They name table, bucket and machines without referring to them.
  for (const { stack } of [workflows, api, events]) stack.addStackDependency(data.stack);
  events.stack.addStackDependency(workflows.stack);
  return [firewall, auth, web, data, email, workflows, api, events, observability].map(({ stack }) => stack);
}

/** What every function is built with, whichever stack it is in. */
const workshop = (scope: Scope, web: Web, data: Data, email: Email): Workshop => ({
  ...scope,
  resources: {
    table: `arn:${Aws.PARTITION}:dynamodb:${scope.config.region}:${Aws.ACCOUNT_ID}:table/${scope.name(table.name)}`,
    files: `arn:${Aws.PARTITION}:s3:::${bucketName(scope, storage.bucket)}`,
    email: email.arns,
    workflow: scope.name(machines.workflow),
    importWorkflow: scope.name(machines.importWorkflow),
  },
  told: {
    table: scope.name(table.name),
    bucket: bucketName(scope, storage.bucket),
    configurationSet: email.configurationSet,
    siteUrl: web.siteUrl,
    secret: data.secret.secretValue.unsafeUnwrap(),
    originSecret: web.originSecret.secretValue.unsafeUnwrap(),
  },
});

/** The account as a whole has one reputation and one limit of functions and mails. */
const account = [{ name: "", dimensions: {} }];

const watched = ({ api }: Web, { machines }: Workflows, { queues, dead, pipe }: Events): Watched => ({
  "dead-letters": [...dead].map(([name, { queueName }]) => ({ name, dimensions: { QueueName: queueName } })),
  queues: [...queues].map(([name, { queueName }]) => ({ name, dimensions: { QueueName: queueName } })),
  workflows: machines.map(({ node, stateMachineArn }) => ({
    name: node.id.toLowerCase(),
    dimensions: { StateMachineArn: stateMachineArn },
  })),
  pipe: [{ name: "", dimensions: { PipeName: pipe } }],
  functions: account,
  gateway: [{ name: "", dimensions: { ApiId: api.ref } }],
  reputation: account,
  quota: account,
});
