import { Clock } from "../clock.ts";
import { once } from "../commit.ts";
import * as Metric from "../metric/index.ts";
import type { Info } from "./campaign.schema.ts";
import { Events } from "./events.ts";
import { asRead } from "./fence.ts";

/**
 * A campaign that nobody is in and nobody can enter is over, once its figures agree: whoever entered has finished or stopped. False
 * while they don't, or when somebody turned it meanwhile.
 */
export async function finish(was: Info): Promise<boolean> {
  const { campaignId, state } = was;
  const { entered, finished, stopped } = await Metric.total(Metric.Scope.campaign(campaignId));
  if (entered !== finished + stopped) return false;
  const to = state === "stopped" ? "stopped" : "finished";
  return once(({ campaign, event }) => [
    campaign
      .patch({ campaignId })
      .set({ state: to, finishedAt: Clock.iso() })
      .remove(["wakeAt", "awakeUntil"])
      .where(asRead(was))
      .commit(),
    event.create(Events.Finished({ campaignId })).commit(),
  ]);
}
