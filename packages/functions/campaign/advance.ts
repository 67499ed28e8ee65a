import * as Campaign from "@perennial/core/campaign";
import * as z from "zod";
import { task } from "../adapter/task.ts";

const Input = z.object({ campaignId: z.string(), epoch: z.int(), worker: z.array(z.int()) });

/** Moves everybody on who is due in the worker's shards. */
export const handler = task("campaign.advance", Input, ({ campaignId, epoch, worker }, remaining) =>
  Campaign.work({ campaignId, epoch, shards: worker }, remaining),
);
