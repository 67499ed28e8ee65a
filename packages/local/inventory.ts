import { DescribeTableCommand, DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { ListStateMachinesCommand, SFNClient } from "@aws-sdk/client-sfn";
import type { Auth } from "./auth/index.ts";
import type { Gateway } from "./http/index.ts";
import type { Services } from "./services.ts";
import { region } from "./wire/names.ts";

const client = { region, credentials: { accessKeyId: "local", secretAccessKey: "local" } };

/** What is really here, asked of the running services: for the test that holds it against `infra/`. */
export async function inventoryOf(services: Services, gateway: Gateway, auth: Auth) {
  const { dynamodb, lambda, bus, queues, pipe, workflows, scheduler, email, storage } = services;
  const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);
  const lists = {
    ...(await tablesOf(dynamodb.endpoint)),
    functions: lambda.names(),
    routes: gateway.routes,
    buses: bus.buses,
    rules: names(bus.rules),
    queues: names(queues.list()).filter((name) => !name.endsWith("-dead")),
    pipes: [pipe.name],
    workflows: await machinesOf(workflows.endpoint),
    schedules: names(scheduler.list()),
    configurationSets: email.configurationSets,
    buckets: storage.buckets,
    authClients: auth.clients,
  };
  return Object.fromEntries(Object.entries(lists).map(([kind, list]) => [kind, [...list].sort()]));
}

async function tablesOf(endpoint: string) {
  const dynamodb = new DynamoDBClient({ ...client, endpoint });
  const { TableNames: tables = [] } = await dynamodb.send(new ListTablesCommand({}));
  const described = await Promise.all(
    tables.map((TableName) => dynamodb.send(new DescribeTableCommand({ TableName }))),
  );
  const indexes = described.flatMap(({ Table }) => Table?.GlobalSecondaryIndexes ?? []);
  return { tables, indexes: indexes.map(({ IndexName = "" }) => IndexName) };
}

async function machinesOf(endpoint: string) {
  const { stateMachines = [] } = await new SFNClient({ ...client, endpoint }).send(
    new ListStateMachinesCommand({}),
  );
  return stateMachines.map(({ name = "" }) => name);
}
