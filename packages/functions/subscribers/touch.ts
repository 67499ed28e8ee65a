import { Engagement } from "@perennial/core/engagement";
import { Gate } from "@perennial/core/gate";
import { queue } from "../adapter/queue.ts";
import { read } from "./detail.ts";

/** Marks on a person's gate that she clicked herself. */
export const handler = queue("touch", async (envelope) => {
  const { candidateId, verdict } = read(Engagement.Events.Clicked, envelope);
  if (verdict === "human") await Gate.touch(candidateId, new Date(String(envelope.detail.at)));
});
