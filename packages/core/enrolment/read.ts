import { batchGet } from "../batch-get.ts";
import { entities } from "../service.ts";
import { Info } from "./enrolment.schema.ts";

/** An enrolment as it stands, read strongly. */
export async function read(candidateId: string, campaignId: string): Promise<Info> {
  const { data } = await entities.enrolment.get({ candidateId, campaignId }).go({ consistent: true });
  return Info.parse(data);
}

/** Enrolments of many people in one campaign, read strongly. */
export async function readMany(
  campaignId: string,
  candidateIds: readonly string[],
): Promise<Map<string, Info>> {
  const keys = candidateIds.map((candidateId) => ({ candidateId, campaignId }));
  const items = await batchGet(keys, (some) => entities.enrolment.get(some).go({ consistent: true }));
  return new Map(items.map((item) => [item.candidateId, Info.parse(item)]));
}

/** Every campaign she is or was in, read strongly. */
export async function ofPerson(candidateId: string): Promise<Info[]> {
  const { data } = await entities.enrolment.query
    .person({ candidateId })
    .go({ consistent: true, pages: "all" });
  return data.map((item) => Info.parse(item));
}
