import * as Campaign from "@perennial/core/campaign";
import * as z from "zod";
import { task } from "../adapter/task.ts";

/** Daily: lets in who has come to match a campaign that goes on because days passed. */
export const handler = task("ripen", z.unknown(), (_, remaining) => Campaign.ripen(remaining));
