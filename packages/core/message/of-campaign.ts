import { entities } from "../service.ts";
import { Info } from "./message.schema.ts";
import { stateNow } from "./owed.ts";

/** Somebody's mails of one campaign, in the order they were claimed. */
export async function ofCampaign(candidateId: string, campaignId: string): Promise<Info[]> {
  const { data } = await entities.message.query
    .person({ candidateId })
    .where((it, op) => op.eq(it.campaignId, campaignId))
    .go({ pages: "all", consistent: true });
  return data
    .map((item) => Info.parse({ ...item, state: stateNow(item) }))
    .sort((a, b) => a.claimedAt.localeCompare(b.claimedAt));
}
