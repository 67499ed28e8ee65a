import * as Campaign from "@perennial/core/campaign";
import * as Engagement from "@perennial/core/engagement";
import * as Figures from "@perennial/core/figures";
import { type Envelope, queueSharing } from "../adapter/queue.ts";

/** Keeps the exact counters: everything that is told is counted once. Answers which of the mails are in doubt. */
async function count(envelopes: readonly Envelope[]): Promise<ReadonlySet<string>> {
  await Figures.count(envelopes.map(({ source, "detail-type": type, detail }) => ({ source, type, detail })));
  return Engagement.inDoubt(envelopes.map(({ detail }) => detail));
}

/** Counts a batch; then settles each mail whose sender died, by what SES reports of it, and moves its person on. Twice does nothing more. */
export const handler = queueSharing("aggregate", count, async ({ detail }, open) => {
  if (!open.has(Engagement.mailOf(detail) ?? "")) return;
  const settled = await Engagement.settle(detail);
  if (settled) await Campaign.settleOne(settled);
});
