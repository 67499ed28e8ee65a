import * as z from "zod";
import { define } from "../event/define.ts";
import { SuppressionReason } from "../gate/gate.schema.ts";
import { Id } from "../id.ts";

const candidateId = Id("cnd");

export const Events = {
  /** She confirmed and is in the talent community. */
  Joined: define("candidate.joined", z.object({ candidateId, source: z.string() }), {
    warm: () => true,
  }),
  /** She is no longer in the talent community. */
  Left: define("candidate.left", z.object({ candidateId, reason: z.enum(["unsubscribed", "erased"]) })),
  /** Proof of erasure, without personal data. */
  Erased: define("candidate.erased", z.object({ candidateId })),
  Suppressed: define("candidate.suppressed", z.object({ candidateId, reason: SuppressionReason })),
};
