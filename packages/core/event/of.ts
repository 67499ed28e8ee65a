import { entities } from "../service.ts";
import { Info } from "./event.schema.ts";

/** Events of these types about one campaign and nobody in particular, oldest first: they lie under the campaign. */
export async function ofCampaign(campaignId: string, types: readonly string[]): Promise<Info[]> {
  const { data } = await entities.event.query
    .person({ candidateId: campaignId })
    .go({ pages: "all", consistent: true });
  return data
    .filter(({ type }) => types.includes(type))
    .map(({ candidateId: _, ...event }) => Info.parse(event))
    .sort((a, b) => a.at.localeCompare(b.at));
}

/** What is logged of one person's mails in a campaign, oldest first. */
export async function ofPerson(candidateId: string, campaignId: string): Promise<Info[]> {
  const { data } = await entities.event.query
    .person({ candidateId })
    .where((it, op) => op.eq(it.campaignId, campaignId))
    .go({ pages: "all", consistent: true });
  return data.map((event) => Info.parse(event)).sort((a, b) => a.at.localeCompare(b.at));
}
