import * as Campaign from "@perennial/core/campaign";
import * as z from "zod";
import { task } from "../adapter/task.ts";

const Input = z.object({ campaignId: z.string(), epoch: z.int(), part: z.array(z.string()) });

/** Lets everybody in whom the entry holds at the start, in one part of the roster. */
export const handler = task("campaign.enrol", Input, ({ campaignId, epoch, part }, remaining) =>
  Campaign.begin({ campaignId, epoch, shards: part }, remaining),
);
