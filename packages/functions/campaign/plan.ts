import * as Campaign from "@perennial/core/campaign";
import * as z from "zod";
import { task } from "../adapter/task.ts";
import { Execution } from "./input.ts";

const Input = Execution.extend({
  plan: z.object({
    events: z.int(),
    quiet: z.int(),
    empty: z.int().exactOptional(),
    enrolled: z.boolean().exactOptional(),
  }),
});

/** Who is due now, or when to wake. */
export const handler = task("campaign.plan", Input, ({ campaignId, epoch, run, plan }) =>
  Campaign.plan(campaignId, { epoch, run }, plan),
);
