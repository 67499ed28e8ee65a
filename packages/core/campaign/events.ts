import * as z from "zod";
import { Event } from "../event/index.ts";
import { Id } from "../id.ts";

const campaignId = Id("cmp");

/** Which execution of the workflow this is about: one an epoch and run, so its name follows. */
export const Position = z.object({ epoch: z.int(), run: z.int() });
export type Position = z.infer<typeof Position>;

const Steering = z.object({ campaignId, start: Position.exactOptional(), stop: Position.exactOptional() });
export type Steering = z.infer<typeof Steering>;

/** Each of these asks the workflow to start or stop an execution; it happens because the event is in the log. */
export const Events = {
  Launched: Event.define("campaign.launched", Steering),
  Woken: Event.define("campaign.woken", Steering),
  Renewed: Event.define("campaign.renewed", Steering),
  Paused: Event.define("campaign.paused", Steering),
  Resumed: Event.define("campaign.resumed", Steering),
  Stopped: Event.define("campaign.stopped", Steering),
  Written: Event.define("campaign.written", z.object({ campaignId, revision: z.int() })),
  Failed: Event.define("campaign.failed", z.object({ campaignId, failure: z.string() })),
};
