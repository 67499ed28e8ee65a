import { Campaign } from "@perennial/core/campaign";
import { Engagement } from "@perennial/core/engagement";
import { queue } from "../adapter/queue.ts";

/** Settles a mail whose sender died, by what SES reports of it, and moves its person on; twice does nothing more. */
export const handler = queue("settle", async ({ detail }) => {
  const settled = await Engagement.settle(detail);
  if (settled) await Campaign.settleOne(settled);
});
