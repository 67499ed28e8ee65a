import * as z from "zod";
import { define } from "../event/define.ts";
import { Id } from "../id.ts";

const campaignId = Id("cmp");

/** Which execution of the workflow this is about: one an epoch and run, so its name follows. */
export const Position = z.object({ epoch: z.int(), run: z.int() });
export type Position = z.infer<typeof Position>;

const Steering = z.object({ campaignId, start: Position.exactOptional(), stop: Position.exactOptional() });
export type Steering = z.infer<typeof Steering>;

/** Each of these asks the workflow to start or stop an execution; it happens because the event is in the log. */
export const Events = {
  Launched: define("campaign.launched", Steering),
  Woken: define("campaign.woken", Steering),
  Renewed: define("campaign.renewed", Steering),
  Paused: define("campaign.paused", Steering),
  Resumed: define("campaign.resumed", Steering),
  Stopped: define("campaign.stopped", Steering),
  TakenBack: define("campaign.taken_back", Steering),
  StartedNow: define("campaign.started_now", Steering),
  Written: define(
    "campaign.written",
    z.object({ campaignId, revision: z.int(), version: z.int().exactOptional() }),
  ),
  /** Nobody is inside any more, and nobody can enter. */
  Finished: define("campaign.finished", z.object({ campaignId })),
  Failed: define("campaign.failed", z.object({ campaignId, failure: z.string() })),
};
