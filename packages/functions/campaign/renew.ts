import * as Campaign from "@perennial/core/campaign";
import { task } from "../adapter/task.ts";
import { Execution } from "./input.ts";

/** Continues in a fresh execution. */
export const handler = task("campaign.renew", Execution, ({ campaignId, epoch, run }) =>
  Campaign.renew(campaignId, { epoch, run }),
);
