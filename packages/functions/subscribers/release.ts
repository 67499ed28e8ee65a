import * as Campaign from "@perennial/core/campaign";
import { queue } from "../adapter/queue.ts";

/** Ends the campaigns of a person who left, bounced or answered; the bus knows the time to the second only, so the event's own counts. */
export const handler = queue("release", ({ "detail-type": type, detail }) =>
  Campaign.release({ type, stored: detail }),
);
