import { AppError } from "../error.ts";
import { entities } from "../service.ts";
import { Info } from "./campaign.schema.ts";

/** A campaign as it stands, read strongly. */
export async function read(campaignId: string): Promise<Info> {
  const { data } = await entities.campaign.get({ campaignId }).go({ consistent: true });
  if (!data) throw new AppError("missing", "campaign.missing", "There is no such campaign");
  return Info.parse(data);
}

/** Every campaign, oldest first. */
export async function all(): Promise<Info[]> {
  const { data } = await entities.campaign.query.catalogue({}).go({ pages: "all" });
  return data.map((item) => Info.parse(item));
}
