import { DescribeTimeToLiveCommand, UpdateTimeToLiveCommand } from "@aws-sdk/client-dynamodb";
import { PutCommand, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { expect, test } from "vitest";
import { checkIndexes } from "./dynamodb-check.ts";
import { dynamodb } from "./dynamodb-setup.ts";

const TableName = "perennial";
const HOUR_MS = 3_600_000;

test("what has expired is deleted by the movable clock, as a service of AWS, indexes and all", async () => {
  const { documents, clock, endpoint, feed, sweep } = await dynamodb();
  const inAnHour = clock.ms() / 1000 + 3600;
  const put = (pk: string, expiresAt: unknown) =>
    documents.send(new PutCommand({ TableName, Item: { pk, sk: "s", gsi1pk: "g", gsi1sk: pk, expiresAt } }));
  await put("soon", inAnHour);
  await put("later", inAnHour + 1);
  await put("renewed", inAnHour);
  await put("renewed", inAnHour + 7200);
  await put("text", String(inAnHour));
  await put("ancient", 1);
  expect(await sweep()).toBe(0);
  clock.forward(HOUR_MS);
  expect(await sweep()).toBe(1);
  const { Items } = await documents.send(new ScanCommand({ TableName }));
  expect(Items?.map((item) => item.pk).sort()).toEqual(["ancient", "later", "renewed", "text"]);
  expect(await checkIndexes(endpoint, TableName)).toEqual([]);
  expect((await feed.read("", 100)).at(-1)).toMatchObject({
    eventName: "REMOVE",
    userIdentity: { type: "Service", principalId: "dynamodb.amazonaws.com" },
    dynamodb: { Keys: { pk: { S: "soon" } } },
  });
});

test("time to live is on from the start, can be turned off, and takes old items along when turned on", async () => {
  const { documents, raw, sweep, clock } = await dynamodb();
  const set = (Enabled: boolean, AttributeName: string) =>
    raw.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification: { Enabled, AttributeName } }));
  const described = await raw.send(new DescribeTimeToLiveCommand({ TableName }));
  expect(described.TimeToLiveDescription).toEqual({
    TimeToLiveStatus: "ENABLED",
    AttributeName: "expiresAt",
  });
  await set(false, "expiresAt");
  await documents.send(new PutCommand({ TableName, Item: { pk: "a", sk: "s", until: clock.ms() / 1000 } }));
  clock.forward(HOUR_MS);
  expect(await sweep()).toBe(0);
  await set(true, "until");
  expect(await sweep()).toBe(1);
});
