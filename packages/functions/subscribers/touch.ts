import * as Campaign from "@perennial/core/campaign";
import * as Engagement from "@perennial/core/engagement";
import * as Gate from "@perennial/core/gate";
import { queue } from "../adapter/queue.ts";
import { read } from "./detail.ts";

/** Marks on a person's gate, and on the mail's place in her campaign, that she clicked herself. It wakes nobody. */
export const handler = queue("touch", async (envelope) => {
  const { candidateId, messageId, campaignId, stepId, verdict } = read(Engagement.Events.Clicked, envelope);
  if (verdict !== "human") return;
  const at = new Date(String(envelope.detail.at));
  await Gate.touch(candidateId, at);
  if (campaignId && stepId)
    await Campaign.clicked({ candidateId, campaignId, stepId, messageId }, at.toISOString());
});
