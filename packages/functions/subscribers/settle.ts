import * as Campaign from "@perennial/core/campaign";
import * as Engagement from "@perennial/core/engagement";
import { type Envelope, queueSharing } from "../adapter/queue.ts";

const inDoubt = (envelopes: readonly Envelope[]) => Engagement.inDoubt(envelopes.map(({ detail }) => detail));

/** Settles a mail whose sender died, by what SES reports of it, and moves its person on; twice does nothing more. */
export const handler = queueSharing("settle", inDoubt, async ({ detail }, open) => {
  if (!open.has(Engagement.mailOf(detail) ?? "")) return;
  const settled = await Engagement.settle(detail);
  if (settled) await Campaign.settleOne(settled);
});
