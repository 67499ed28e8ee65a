import { DynamoDBDocumentClient, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { expect } from "vitest";
import { table } from "../../../infra/index.ts";
import type { People } from "../../../packages/core/campaign/views.ts";
import { clientOf } from "../../local/dynamodb-client.ts";
import { campaignPage } from "./desk.ts";
import { type Counts, type Item, ofKind, recount } from "./recount.ts";
import { type Recruiter, signIn } from "./recruiter.ts";
import type { World } from "./world.ts";

const SEGMENTS = 4;

/** Everything in the table, by a parallel scan. */
export async function everything({ services }: World): Promise<Item[]> {
  const client = clientOf(services.dynamodb.endpoint);
  const documents = DynamoDBDocumentClient.from(client);
  const segments = Array.from({ length: SEGMENTS }, (_, segment) => scan(documents, segment));
  return (await Promise.all(segments).finally(() => client.destroy())).flat();
}

async function scan(client: DynamoDBDocumentClient, Segment: number): Promise<Item[]> {
  const found: Item[] = [];
  let from: Item | undefined;
  do {
    const page = await client.send(
      new ScanCommand({
        ...{ TableName: table.name, ConsistentRead: true, Segment, TotalSegments: SEGMENTS },
        ...(from ? { ExclusiveStartKey: from } : {}),
      }),
    );
    found.push(...(page.Items ?? []));
    from = page.LastEvaluatedKey;
  } while (from);
  return found;
}

/**
 * Counts the whole log again, by other code than the product's, and compares: with every counter that is kept, and with every
 * figure that a recruiter is shown. Answers what it counted, by scope and period.
 */
export async function expectFiguresEqualLog(here: World): Promise<Record<string, Counts>> {
  const counted = await expectCampaignsEqualLog(here);
  await expectHome(await signIn(here, "ana"), await everything(here), counted);
  return counted;
}

/** The same without the figures of Home, for people who were put into the table by hand: no entry of the log tells of them. */
export async function expectCampaignsEqualLog(here: World): Promise<Record<string, Counts>> {
  await here.clock.settled();
  const items = await everything(here);
  const counted = recount(items);
  expect(kept(items), "the counters that are kept").toEqual(counted);
  await expectCampaigns(await signIn(here, "ana"), items, counted);
  return counted;
}

/** The counters as they are kept, their shards added up. */
function kept(items: readonly Item[]): Record<string, Counts> {
  const sums: Record<string, Counts> = {};
  for (const { scope, period, shard: _, pk: __, sk: ___, ...item } of ofKind(items, "metric")) {
    const name = `${scope} ${period}`;
    const sum = sums[name] ?? {};
    for (const [counter, value] of Object.entries(item))
      if (typeof value === "number") sum[counter] = (sum[counter] ?? 0) + value;
    sums[name] = sum;
  }
  return sums;
}

const without0 = (figures: Counts) => Object.fromEntries(Object.entries(figures).filter(([, n]) => n !== 0));

const sum = (counts: Readonly<Partial<Counts>>) =>
  Object.values(counts).reduce<number>((all, n = 0) => all + n, 0);

async function expectCampaigns(ana: Recruiter, items: readonly Item[], counted: Record<string, Counts>) {
  for (const { campaignId } of ofKind(items, "campaign")) {
    const enrolments = ofKind(items, "enrolment").filter((one) => one.campaignId === campaignId);
    const { entered = 0, finished = 0, stopped = 0, ...more } = counted[`campaign/${campaignId} all`] ?? {};
    const { figures, people } = await campaignPage(ana, String(campaignId));
    expect(without0(figures)).toEqual(without0({ entered, finished, stopped, ...more }));
    const inside = enrolments.filter(({ endedAt }) => endedAt === undefined).length;
    expect(people).toMatchObject({ entered, finished, inside, leftOut: more.leftOut ?? 0 });
    expect(sum(people.stopped)).toBe(stopped);
    const { body } = await ana.call<People>("GET", `/v1/campaigns/${campaignId}/people`);
    expect(body.total).toBe(enrolments.length);
  }
}

async function expectHome(ana: Recruiter, items: readonly Item[], counted: Record<string, Counts>) {
  const { added = 0, joined = 0, joinedKnown = 0, left = 0 } = counted["organisation all"] ?? {};
  const home = await ana.call<{
    figures: { days: { day: string; people: number; joined: number; left: number }[] } & Counts;
  }>("GET", "/v1/home");
  const { days, ...totals } = home.body.figures;
  const people = added + joined - joinedKnown - left;
  expect(totals).toEqual({ people, joined, left });
  for (const { day, people: _, ...shown } of days)
    expect({ joined: 0, left: 0, ...counted[`organisation ${day}`] }).toMatchObject(shown);
  const candidates = ofKind(items, "candidate");
  expect(candidates.filter(({ standing }) => standing === "member" || standing === "sourced")).toHaveLength(
    people,
  );
  const { body } = await ana.call<{ people: { candidateId: string }[]; cursor?: string }>(
    "GET",
    "/v1/candidates",
  );
  const listed = candidates.filter(({ joinedAt }) => joinedAt !== undefined);
  if (!body.cursor)
    expect(body.people.map(({ candidateId }) => candidateId).sort()).toEqual(
      listed.map(({ candidateId }) => candidateId).sort(),
    );
}
