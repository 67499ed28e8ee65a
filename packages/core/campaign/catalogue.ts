import { Actor } from "../actor.ts";
import { batchGet } from "../batch-get.ts";
import { entities } from "../service.ts";
import type { Row } from "./views.ts";

/** Every campaign as a list shows it, oldest first. */
export async function rows(): Promise<Row[]> {
  const { data } = await entities.campaign.query.catalogue({}).go({
    pages: "all",
    attributes: ["campaignId", "name", "state", "createdAt", "launchedAt", "startsAt", "wakeAt"],
  });
  return data.map(({ campaignId, name, state, createdAt, launchedAt, startsAt, wakeAt }) => ({
    campaignId,
    name,
    state,
    createdAt,
    ...(launchedAt ? { launchedAt } : {}),
    ...(startsAt ? { startsAt } : {}),
    ...(wakeAt ? { wakeAt } : {}),
  }));
}

export async function list(): Promise<{ campaigns: Row[] }> {
  Actor.assert("campaigns.read");
  return { campaigns: await rows() };
}

/** Names of campaigns for pages of other nouns. */
export async function names(ids: readonly string[]): Promise<Map<string, string>> {
  const keys = [...new Set(ids)].map((campaignId) => ({ campaignId }));
  const campaigns = await batchGet(keys, (some) =>
    entities.campaign.get(some).go({ attributes: ["campaignId", "name"] }),
  );
  return new Map(campaigns.map(({ campaignId, name }) => [campaignId, name]));
}
