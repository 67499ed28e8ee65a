import * as z from "zod";
import { Event } from "../event/index.ts";
import { SuppressionReason } from "../gate/gate.schema.ts";
import { Id } from "../id.ts";

const candidateId = Id("cnd");

export const Events = {
  /** She confirmed and is in the talent community. */
  Joined: Event.define("candidate.joined", z.object({ candidateId, source: z.string() }), {
    warm: () => true,
  }),
  /** She is no longer in the talent community. */
  Left: Event.define("candidate.left", z.object({ candidateId, reason: z.enum(["unsubscribed", "erased"]) })),
  /** Proof of erasure, without personal data. */
  Erased: Event.define("candidate.erased", z.object({ candidateId })),
  Suppressed: Event.define("candidate.suppressed", z.object({ candidateId, reason: SuppressionReason })),
};
