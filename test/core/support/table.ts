import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GetItemCommand, paginateScan, QueryCommand } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { afterAll, beforeAll } from "vitest";
import { table as spec } from "../../../infra/table.ts";
import { Clock } from "../../../packages/core/clock.ts";
import { startNear } from "../../../packages/local/dynamodb/near.ts";
import { checkIndexes } from "../../local/dynamodb-check.ts";
import { clientOf } from "../../local/dynamodb-client.ts";
import { handClock } from "../../local/dynamodb-setup.ts";
import { fakeSes } from "./ses.ts";

/** The SDK's clients keep the first address they hear, and files of one worker share them. */
const TABLE = "http://table.test:8000";

type Item = Record<string, unknown>;

/** The real table layer and a small SES for the tests of one file, with a clock that moves only when told. */
export function table() {
  const clock = handClock();
  const here = { clock } as Awaited<ReturnType<typeof start>>;
  beforeAll(async () => {
    Object.assign(here, await start(clock));
  });
  afterAll(() => here.stop());
  return here;
}

async function start(clock: ReturnType<typeof handClock>) {
  const path = await mkdtemp(join(tmpdir(), "perennial-core-"));
  const layer = await startNear({ endpoint: TABLE, path, table: spec, clock, journal: { note: () => {} } });
  const ses = await fakeSes();
  Object.assign(process.env, environment(ses.origin));
  const putBack = Clock.use(clock.ms);
  const raw = clientOf(layer.endpoint);
  const TableName = spec.name;
  return {
    clock,
    ses,
    /** Every item whose attributes are these. */
    async items(match: Item): Promise<Item[]> {
      const all: Item[] = [];
      for await (const { Items = [] } of paginateScan({ client: raw }, { TableName }))
        all.push(...Items.map((item) => unmarshall(item)));
      return all.filter((item) => Object.entries(match).every(([name, value]) => item[name] === value));
    },
    /** The item behind a row of an index, read as DynamoDB has it. */
    async item({ pk, sk }: Item): Promise<Item | undefined> {
      const Key = { pk: { S: String(pk) }, sk: { S: String(sk) } };
      const { Item } = await raw.send(new GetItemCommand({ TableName, Key }));
      return Item && unmarshall(Item);
    },
    /** Every row of one partition of an index. */
    async rows(index: string, partition: unknown): Promise<Item[]> {
      const { Items = [] } = await raw.send(
        new QueryCommand({
          TableName,
          IndexName: index,
          KeyConditionExpression: `${index}pk = :pk`,
          ExpressionAttributeValues: { ":pk": { S: String(partition) } },
        }),
      );
      return Items.map((item) => unmarshall(item));
    },
    sweep: layer.sweep,
    anomalies: () => checkIndexes(layer.endpoint, TableName),
    async stop() {
      putBack();
      raw.destroy();
      await Promise.all([layer.stop(), ses.close()]);
      await rm(path, { recursive: true, force: true });
    },
  };
}

/** What a function finds in its environment; set before the first call, because the SDK's clients read it then. */
const environment = (ses: string) => ({
  AWS_ENDPOINT_URL_DYNAMODB: TABLE,
  AWS_ENDPOINT_URL_SESV2: ses,
  AWS_REGION: "us-east-1",
  AWS_ACCESS_KEY_ID: "local",
  AWS_SECRET_ACCESS_KEY: "local",
  PERENNIAL_TABLE: spec.name,
  PERENNIAL_SITE_URL: "https://jobs.acme.example",
  PERENNIAL_CONFIGURATION_SET: "perennial",
  PERENNIAL_WORKFLOW_ARN: "arn:aws:states:us-east-1:000000000000:stateMachine:perennial-campaign",
  PERENNIAL_BUCKET: "perennial-files",
  PERENNIAL_SECRET: "a secret of a test, long enough to be one",
  PERENNIAL_LOG_LEVEL: "SILENT",
});
