import { encodeTime } from "ulidx";
import { entities } from "../service.ts";
import { NOBODY } from "./event.entity.ts";
import { Info } from "./event.schema.ts";

const TIME_CHARACTERS = 10;

/** Events of these types about one campaign and nobody in particular, since an instant, oldest first. */
export async function ofCampaign(
  campaignId: string,
  types: readonly string[],
  since: string,
): Promise<Info[]> {
  const from = `evt_${encodeTime(Date.parse(since), TIME_CHARACTERS).toLowerCase()}`;
  const { data } = await entities.event.query
    .person({ candidateId: NOBODY })
    .gte({ eventId: from })
    .where((it, op) => op.eq(it.campaignId, campaignId))
    .go({ pages: "all", consistent: true });
  return data
    .filter(({ type }) => types.includes(type))
    .map(({ candidateId: _, ...event }) => Info.parse(event));
}

/** What is logged of one person's mails in a campaign, oldest first. */
export async function ofPerson(candidateId: string, campaignId: string): Promise<Info[]> {
  const { data } = await entities.event.query
    .person({ candidateId })
    .where((it, op) => op.eq(it.campaignId, campaignId))
    .go({ pages: "all", consistent: true });
  return data.map((event) => Info.parse(event)).sort((a, b) => a.at.localeCompare(b.at));
}
