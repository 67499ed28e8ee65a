import * as Campaign from "@perennial/core/campaign";
import * as Engagement from "@perennial/core/engagement";
import * as Gate from "@perennial/core/gate";
import { queue } from "../adapter/queue.ts";
import { read } from "./detail.ts";

/** People of a batch side by side: each is little more than waiting for two writes. */
const LANES = 10;

/** Marks on a person's gate, and on the mail's place in her campaign, that she clicked herself. It wakes nobody. */
export const handler = queue(
  "touch",
  async (envelope) => {
    const { candidateId, messageId, campaignId, stepId, verdict } = read(Engagement.Events.Clicked, envelope);
    if (verdict !== "human") return;
    const at = new Date(String(envelope.detail.at));
    const place = campaignId && stepId ? { candidateId, campaignId, stepId, messageId } : undefined;
    await Promise.all([Gate.touch(candidateId, at), place && Campaign.clicked(place, at.toISOString())]);
  },
  LANES,
);
