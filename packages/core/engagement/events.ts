import * as z from "zod";
import { define } from "../event/define.ts";
import { Id } from "../id.ts";
import { Instant } from "../text.ts";

const mail = {
  candidateId: Id("cnd"),
  messageId: Id("msg"),
  campaignId: Id("cmp").exactOptional(),
  stepId: z.string().exactOptional(),
};
const judged = { verdict: z.enum(["human", "machine"]), rule: z.string() };

export const Events = {
  Delivered: define("engagement.delivered", z.object(mail)),
  Bounced: define(
    "engagement.bounced",
    z.object({ ...mail, kind: z.enum(["hard", "soft", "suppressed"]), subType: z.string() }),
  ),
  Complained: define("engagement.complained", z.object({ ...mail, positive: z.boolean() })),
  Opened: define("engagement.opened", z.object({ ...mail, ...judged })),
  /** `link` is kept without query and fragment, which may name a person. */
  Clicked: define("engagement.clicked", z.object({ ...mail, ...judged, link: z.string() }), {
    warm: ({ verdict }) => verdict === "human",
  }),
  /** She answered, as a colleague noted. `before`: when she last had; `marked`: it is what put the mark on her line. */
  Replied: define(
    "engagement.replied",
    z.object({ candidateId: Id("cnd"), before: Instant.exactOptional(), marked: z.boolean() }),
    { warm: () => true },
  ),
  /** That a mail was opened or clicked at all: counted by mail, not by person. */
  First: define("engagement.first", z.object({ ...mail, of: z.enum(["opened", "clicked"]) })),
};
