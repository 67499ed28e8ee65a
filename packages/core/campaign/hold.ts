import { Clock } from "../clock.ts";
import { applied } from "../commit.ts";
import { entities } from "../service.ts";
import { read } from "./read.ts";

/** The pace of the quota is how sending goes, and nothing to tell. */
const PACE = "quota.rate";

/**
 * Nothing of the campaign is sent before `until`, and it says why. Workers hold up a campaign side by side: the latest instant stands.
 * @param code `ses.` and what SES said, or `quota.day`
 */
export async function hold(campaignId: string, until: Date, code: string): Promise<void> {
  const notBefore = until.toISOString();
  const told =
    code === PACE ? {} : { hold: { code, until: notBefore, since: await sinceOf(campaignId, code) } };
  await applied(
    entities.campaign
      .patch({ campaignId })
      .set({ notBefore, ...told })
      .where((it, op) => `${op.notExists(it.notBefore)} OR ${op.lt(it.notBefore, notBefore)}`)
      .go(),
  );
}

/** A hold that is found over is looked into again within a slot; until then it is still the same. */
const LOOKS_AGAIN_MS = 3_600_000;

/** Since when it is held for this: since before, if it never went on in between. */
async function sinceOf(campaignId: string, code: string): Promise<string> {
  const { hold: before } = await read(campaignId);
  const goesOn = before?.code === code && Date.parse(before.until) + LOOKS_AGAIN_MS > Clock.ms();
  return (goesOn ? before.since : undefined) ?? Clock.iso();
}
