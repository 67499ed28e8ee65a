import { applied } from "../commit.ts";
import { entities } from "../service.ts";

/** The pace of the quota is how sending goes, and nothing to tell. */
const PACE = "quota.rate";

/**
 * Nothing of the campaign is sent before `until`, and it says why. Workers hold up a campaign side by side: the latest instant stands.
 * @param code `ses.` and what SES said, or `quota.day`
 */
export async function hold(campaignId: string, until: Date, code: string): Promise<void> {
  const notBefore = until.toISOString();
  await applied(
    entities.campaign
      .patch({ campaignId })
      .set({ notBefore, ...(code === PACE ? {} : { hold: { code, until: notBefore } }) })
      .where((it, op) => `${op.notExists(it.notBefore)} OR ${op.lt(it.notBefore, notBefore)}`)
      .go(),
  );
}
