import * as Engagement from "@perennial/core/engagement";
import { queue } from "../adapter/queue.ts";

/** Suppresses the mailbox of a hard bounce or a complaint. */
export const handler = queue("suppress", Engagement.suppress);
