import * as Campaign from "@perennial/core/campaign";
import * as z from "zod";
import { task } from "../adapter/task.ts";
import { Execution } from "./input.ts";

const Input = Execution.extend({ error: z.object({ Error: z.string().default("Unknown") }) });

/** Marks the campaign as failed; only the error's name is kept, its text may quote data. */
export const handler = task("campaign.fail", Input, ({ campaignId, epoch, run, error }) =>
  Campaign.fail(campaignId, { epoch, run }, error.Error),
);
