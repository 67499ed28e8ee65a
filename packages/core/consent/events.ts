import * as z from "zod";
import { define } from "../event/define.ts";
import { Id } from "../id.ts";
import { Locale } from "../text.ts";
import { Purpose } from "./consent.schema.ts";

export const Events = {
  /** Somebody asked to join; the confirmation mail follows from it. */
  Requested: define(
    "consent.requested",
    z.object({
      candidateId: Id("cnd"),
      purposes: z.array(Purpose),
      known: z.boolean(),
      /** Language of the form; left out for a member, who is written to in her own. */
      locale: Locale.exactOptional(),
    }),
  ),
  Withdrawn: define(
    "consent.withdrawn",
    z.object({ candidateId: Id("cnd"), purpose: Purpose, reason: z.enum(["unsubscribed", "erased"]) }),
  ),
  Granted: define("consent.granted", z.object({ candidateId: Id("cnd"), purpose: Purpose })),
};
