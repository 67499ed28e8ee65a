import * as Campaign from "@perennial/core/campaign";
import * as Workflow from "@perennial/core/workflow";
import { queue } from "../adapter/queue.ts";
import { read } from "./detail.ts";

/** Starts and stops executions of the campaign workflow, as the log says. */
export const handler = queue("steer", (envelope) => Workflow.steer(read(Campaign.Events.Launched, envelope)));
