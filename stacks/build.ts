import { type App, Aws, type Stack } from "aws-cdk-lib";
import { queues } from "../infra/bus.ts";
import { pipe } from "../infra/pipe.ts";
import { storage } from "../infra/storage.ts";
import { table } from "../infra/table.ts";
import type { Watched } from "./alarms.ts";
import { apiStack } from "./api.ts";
import { authStack } from "./auth.ts";
import type { Config } from "./config.ts";
import { type Data, dataStack } from "./data.ts";
import { type Email, emailStack } from "./email.ts";
import { eventsStack, GIVING_UP } from "./events.ts";
import { bucketName } from "./files.ts";
import { firewallStack } from "./firewall.ts";
import type { Workshop } from "./function.ts";
import { machineArn, machines } from "./grants.ts";
import { namer } from "./names.ts";
import { observabilityStack } from "./observability.ts";
import type { Assets, Scope } from "./scope.ts";
import { type Web, webStack } from "./web.ts";
import { workflowsStack } from "./workflows.ts";

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
  const observability = observabilityStack(scope, watched(scope, web));
  // They name table, bucket, sender and machines without referring to them.
  for (const stack of [workflows, api, events])
    for (const named of [data, email]) stack.addStackDependency(named.stack);
  events.addStackDependency(workflows);
  for (const stack of [api, events]) observability.addStackDependency(stack);
  return [
    firewall.stack,
    auth.stack,
    web.stack,
    data.stack,
    email.stack,
    workflows,
    api,
    events,
    observability,
  ];
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
    secret: data.secret.secretArn,
  },
  told: {
    table: scope.name(table.name),
    bucket: bucketName(scope, storage.bucket),
    configurationSet: email.configurationSet,
    siteUrl: web.siteUrl,
    originSecret: web.origin.sent.secretValue.unsafeUnwrap(),
    nextOriginSecret: web.origin.next.secretValue.unsafeUnwrap(),
  },
});

/** The account as a whole has one reputation and one limit of functions and mails. */
const account = [{ name: "", dimensions: {} }];

/** Named, not referred to: what is watched may be replaced without asking whoever watches. */
function watched({ name, config }: Scope, { api }: Web): Watched {
  const queue = (of: string, suffix = "") => ({
    name: of,
    dimensions: { QueueName: name(`${of}${suffix}`) },
  });
  return {
    "dead-letters": [...Object.keys(queues), ...Object.values(GIVING_UP)].map((of) => queue(of, "-dead")),
    queues: Object.keys(queues).map((of) => queue(of)),
    workflows: Object.values(machines).map((machine) => ({
      name: machine.replace(/^perennial-/, ""),
      dimensions: { StateMachineArn: machineArn(config, name(machine), "stateMachine") },
    })),
    pipe: [{ name: "", dimensions: { PipeName: name(pipe.name) } }],
    functions: account,
    "self-check": [{ name: "", dimensions: { FunctionName: name("selfCheck") } }],
    gateway: [{ name: "", dimensions: { ApiId: api.ref } }],
    reputation: account,
    quota: account,
  };
}
