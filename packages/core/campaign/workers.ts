import { Clock } from "../clock.ts";
import * as Enrolment from "../enrolment/index.ts";
import * as Quota from "../quota/index.ts";
import type { Info } from "./campaign.schema.ts";

/** People for whom another worker is worth its start. */
const A_WORKER = 500;
/** Mails a second that one worker keeps up with. */
const PACE = 10;
/** A worker has whole shards: there are never more than shards. */
const MOST = Enrolment.SHARDS;

/** Mails a second for which one more person beside the others pays: a mail is mostly waiting for answers. */
const A_LANE = 10;
const LANES = { least: 4, most: 16 };

/**
 * How many people a worker moves side by side. At a low rate few: each waits for a moment of the quota, and who would wait long makes the
 * campaign hold.
 */
export const lanesNow = async (): Promise<number> =>
  Math.max(LANES.least, Math.min(LANES.most, Math.ceil((await Quota.perSecond()) / A_LANE)));

/** Who works on these shards: enough for everybody who is due, no more than the send rate keeps busy. */
export async function crew(
  { campaignId, state }: Pick<Info, "campaignId" | "state">,
  shards: readonly number[],
): Promise<number[][]> {
  if (state === "stopped") return shards.map((shard) => [shard]);
  const most = Math.min(MOST, shards.length, Math.ceil((await Quota.perSecond()) / PACE));
  if (most <= 1) return [[...shards]];
  const limit = Math.ceil((most * A_WORKER) / shards.length);
  const counts = await Promise.all(
    shards.map(async (shard) => ({
      shard,
      people: (await Enrolment.due(campaignId, shard, Clock.iso(), limit)).length,
    })),
  );
  const people = counts.reduce((sum, one) => sum + one.people, 0);
  return dealt(counts, Math.max(1, Math.min(most, Math.ceil(people / A_WORKER))));
}

/** Deals shards to so many workers, the fullest first, each to whom has least. Pure. */
export function dealt(
  counts: readonly { readonly shard: number; readonly people: number }[],
  workers: number,
): number[][] {
  const hands = Array.from({ length: workers }, () => ({ shards: [] as number[], people: 0 }));
  for (const { shard, people } of [...counts].sort((a, b) => b.people - a.people)) {
    const least = hands.reduce((one, other) => (other.people < one.people ? other : one));
    least.shards.push(shard);
    least.people += people;
  }
  return hands.map(({ shards }) => shards).filter(({ length }) => length > 0);
}
