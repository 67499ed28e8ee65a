import { inUse } from "../campaign/in-use.ts";
import { past } from "./campaigns.ts";
import { furniture, type Whole } from "./furniture.ts";
import type { Item } from "./life.ts";
import { keepAll, putAll, removeAll, there } from "./write.ts";

/** Puts the furniture, but for what somebody has kept of an earlier sample: that is as she changed it. */
export async function furnish(whole: Whole): Promise<void> {
  const pieces = furniture(whole);
  const kept = new Set((await there(pieces)).filter((item) => !item.sample).map(nameOf));
  await putAll(pieces.filter((piece) => !kept.has(nameOf(piece))));
}

/** Takes the furniture away. A template or segment that a real campaign uses is no longer the sample's, and stays. */
export async function clear(whole: Whole): Promise<void> {
  const ours = (await there(furniture(whole))).filter(({ sample }) => sample === true);
  const used = await inUse(past(whole.begunAt).map(({ campaignId }) => campaignId));
  const isUsed = ({ templateId, segmentId }: Item) => used.has(String(templateId ?? segmentId));
  await keepAll(ours.filter(isUsed));
  await removeAll(ours.filter((item) => !isUsed(item)));
}

const nameOf = ({ pk, sk }: Item) => `${pk} ${sk}`;
