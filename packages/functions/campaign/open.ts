import * as Campaign from "@perennial/core/campaign";
import { task } from "../adapter/task.ts";
import { Execution } from "./input.ts";

/** First task: is this execution still the campaign's? */
export const handler = task("campaign.open", Execution, ({ campaignId, epoch, run }) =>
  Campaign.open(campaignId, { epoch, run }),
);
