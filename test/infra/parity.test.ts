import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as infra from "../../infra/index.ts";
import { type Cloud, startCloud } from "../../packages/local/cloud.ts";

let data: string;
let cloud: Cloud;

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "perennial-parity-"));
  cloud = await startCloud({ port: 0, data });
});
afterAll(async () => {
  await cloud.stop();
  await rm(data, { recursive: true });
});

const named = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name).sort();

test("the local cloud is made of what infra says, and of nothing else", async () => {
  expect(await cloud.inventory()).toEqual({
    tables: [infra.table.name],
    indexes: named(infra.table.indexes),
    functions: Object.keys(infra.functions).sort(),
    routes: infra.routes.map(({ route }) => route).sort(),
    rules: named(infra.rules),
    queues: Object.keys(infra.queues).sort(),
    pipes: named([infra.pipe]),
    workflows: [infra.workflow.name, infra.importing.name].sort(),
    schedules: named(infra.schedules),
    configurationSets: [infra.email.configurationSet],
    buckets: [infra.storage.bucket],
    authClients: [infra.auth.clientId],
    buses: [infra.bus.name, "default"].sort(),
  });
});
