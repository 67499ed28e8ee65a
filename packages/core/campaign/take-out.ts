import { Clock } from "../clock.ts";
import * as Enrolment from "../enrolment/index.ts";
import { abreast } from "../lanes.ts";

const PAGE = 100;
const LANES = 8;
/** Later than anything: a stopped campaign takes everybody out, due or not. */
const EVER = "9999-12-31T23:59:59.999Z";

/** The last execution of a stopped campaign: everybody ends, whatever her mail or her profile looks like. */
export async function takeOut(
  campaignId: string,
  shards: readonly number[],
  inTime: () => boolean,
): Promise<void> {
  for (const shard of shards)
    await abreast(LANES, await Enrolment.due(campaignId, shard, EVER, PAGE), async ({ candidateId }) => {
      if (!inTime()) return;
      const enrolment = await Enrolment.read(candidateId, campaignId);
      if (enrolment.endedAt !== undefined) return;
      const reason = { code: "stopped.campaign", inputs: {}, at: Clock.iso() };
      await Enrolment.move(enrolment, { kind: "end", end: "stopped.campaign", reason });
    });
}
