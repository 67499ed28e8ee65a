import * as z from "zod";
import { define } from "../event/define.ts";
import { Stage } from "../facts/facts.schema.ts";
import { SuppressionReason } from "../gate/gate.schema.ts";
import { Id } from "../id.ts";
import { Instant } from "../text.ts";

const candidateId = Id("cnd");
const Act = z.object({ candidateId, before: Instant.exactOptional() });

export const Events = {
  /** She confirmed and is in the talent community; `known` if she had been in the pool without it. */
  Joined: define(
    "candidate.joined",
    z.object({ candidateId, source: z.string(), known: z.literal(true).exactOptional() }),
    { warm: () => true },
  ),
  /** An import brought somebody new into the pool. */
  Added: define("candidate.added", z.object({ candidateId, importId: Id("imp") })),
  /** Facts that rules see are others now: which ones, never what they say. */
  Changed: define(
    "candidate.changed",
    z.object({
      candidateId,
      fields: z.array(z.string()),
      /** Stages are the same few words for everybody. */
      stage: z.object({ from: Stage, to: Stage }).exactOptional(),
    }),
  ),
  /** A campaign's deed found nothing to change: kept so that it is not done later either. */
  LeftAsIs: define("candidate.left_as_is", z.object({ candidateId })),
  /** A colleague talked with her. `before`: when somebody last had, for taking it back. */
  Contacted: define("candidate.contacted", Act),
  /** A colleague says that nobody writes to her, or takes it back. */
  DoNotContact: define("candidate.do_not_contact", z.object({ candidateId, on: z.boolean() })),
  /** What a colleague noted of her was taken back. */
  TakenBack: define("candidate.taken_back", z.object({ candidateId, actId: Id("evt") })),
  /** People were written to a file. */
  Exported: define("people.exported", z.object({ count: z.int() })),
  /** She is no longer in the talent community, or in the pool. */
  Left: define("candidate.left", z.object({ candidateId, reason: z.enum(["unsubscribed", "erased"]) })),
  /** Proof of erasure, without personal data. */
  Erased: define("candidate.erased", z.object({ candidateId })),
  Suppressed: define("candidate.suppressed", z.object({ candidateId, reason: SuppressionReason })),
};
